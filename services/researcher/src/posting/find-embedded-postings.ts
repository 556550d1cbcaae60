import { loadHtml } from '../extract/load-html.ts';
import { readHostNames } from './page/host-names.ts';
import { isJobPath } from './page/posting-words.ts';

const MAX_FRAMES = 2;

/** Addresses whose content a page shows as its own posting: frames of applicant systems, and boards that a script of theirs puts in place. */
export function findEmbeddedPostings(html: string, address: string): string[] {
  const $ = loadHtml(html, 'page');
  const page = new URL(address);
  const found: string[] = [];
  for (const element of $('script[src],iframe[src]').toArray()) {
    const src = element.attribs['src'] ?? '';
    if (!URL.canParse(src, page.href)) continue;
    const target = new URL(src, page);
    if (!/^https?:$/.test(target.protocol) || target.href === page.href) continue;
    const board = element.name === 'script' ? boardPosting(target, page) : framedPosting(target, page);
    if (board !== null) found.push(board);
  }
  return [...new Set(found)].slice(0, MAX_FRAMES);
}

function framedPosting(frame: URL, page: URL): string | null {
  const isOwn = frame.host === page.host && isJobPath(frame);
  return isOwn || readHostNames(frame).isShared ? frame.href : null;
}

/** Which job it is stands in the address of the page around the board. */
function boardPosting(script: URL, page: URL): string | null {
  const parameter = (name: string) => page.searchParams.get(name);
  const greenhouse = /^(?:job-)?boards\.(?:eu\.)?greenhouse\.io$/.test(script.hostname) ? script.searchParams.get('for') : null;
  const job = parameter('gh_jid');
  if (greenhouse !== null && job !== null) {
    return `${script.origin}/embed/job_app?for=${encodeURIComponent(greenhouse)}&token=${encodeURIComponent(job)}`;
  }
  const ashby = script.hostname === 'jobs.ashbyhq.com' ? script.pathname.split('/')[1] : undefined;
  const posting = parameter('ashby_jid');
  return ashby !== undefined && posting !== null ? `${script.origin}/${ashby}/${encodeURIComponent(posting)}` : null;
}
