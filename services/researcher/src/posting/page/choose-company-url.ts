import type { CheerioAPI } from 'cheerio';
import { matchToken } from './company-names.ts';
import { readHostNames } from './host-names.ts';

const RANK = { same: 3, start: 2, initials: 1, inside: 0 };
const MAX_LINKS = 600;

/** The front page of the site whose name spells the company's, among the page's own address and its links. */
export function chooseCompanyUrl($: CheerioAPI, url: string, company: string | null): string | null {
  if (company === null) return null;
  const hrefs = $('a[href]')
    .toArray()
    .slice(0, MAX_LINKS)
    .map((element) => element.attribs['href'] ?? '');
  let best: { url: string; rank: number } | null = null;
  for (const href of [...hrefs, url]) {
    if (!URL.canParse(href, url)) continue;
    const target = new URL(href, url);
    const rank = rankSite(target, company);
    if (rank > (best?.rank ?? 0)) best = { url: `${target.origin}/`, rank };
  }
  return best?.url ?? null;
}

function rankSite(target: URL, company: string): number {
  if (!/^https?:$/.test(target.protocol)) return 0;
  const { tokens, isShared } = readHostNames(target);
  const token = tokens.at(-1);
  if (isShared || token === undefined) return 0;
  const match = matchToken(token, company);
  if (match === null || (match === 'initials' && token.length < 3)) return 0;
  // The site itself before a site of its own for careers or help.
  return RANK[match] + (/^(?:www\.)?[^.]+\.(?:[a-z]{2,3}\.)?[a-z]{2,}$/.test(target.hostname) ? 0.5 : 0);
}
