import type { PageLead } from '@coverwright/server';
import type { PageLink } from '../extract/extract-page.ts';
import { isCompanyAddress, isSameSite, isSharedHost } from './company-site.ts';
import { normaliseUrl } from './normalise-url.ts';
import { scoreLink } from './score-link.ts';

/** What one page leads on to is kept with its note; a page with more good links than this is a directory. */
const MAX_LEADS = 30;
const MAX_URL = 2000;
/** The company's own site, linked from a job board: as good as if the person had named it. */
const HOME: Omit<PageLead, 'url'> = { score: 10, subject: 'home' };

/** Links of a page of the company's site that stay on it and promise to say something about the company, best first, each page once. */
export function rankLinks(pageUrl: string, links: readonly PageLink[], companyName: string): PageLead[] {
  const page = new URL(pageUrl);
  if (isSharedHost(page.hostname)) return [];
  const leads = links.flatMap((link) => {
    if (link.url.length > MAX_URL) return [];
    const target = new URL(link.url);
    if (!isSameSite(page, target, companyName) || isSharedHost(target.hostname)) return [];
    const promise = scoreLink(page, target, link.text);
    return promise === null ? [] : [{ url: normaliseUrl(link.url), ...promise }];
  });
  return bestFirst(leads);
}

/** The company's own site as a page on somebody else's host links to it: known by its address, which is spelled like the company. */
export function findCompanyHome(pageUrl: string, links: readonly PageLink[], companyName: string): PageLead[] {
  const page = new URL(pageUrl);
  const home = links
    .map((link) => new URL(link.url))
    .find((target) => target.hostname !== page.hostname && !isSharedHost(target.hostname) && isCompanyAddress(target, companyName));
  return home === undefined ? [] : [{ url: `${home.origin}/`, ...HOME }];
}

function bestFirst(leads: PageLead[]): PageLead[] {
  const byUrl = new Map<string, PageLead>();
  for (const lead of leads) if (lead.score > (byUrl.get(lead.url)?.score ?? 0)) byUrl.set(lead.url, lead);
  return [...byUrl.values()].sort((a, b) => b.score - a.score).slice(0, MAX_LEADS);
}
