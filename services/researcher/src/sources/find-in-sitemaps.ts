import type { PageLead } from '@coverwright/server';
import { isSameSite, isSharedHost } from './company-site.ts';
import { normaliseUrl } from './normalise-url.ts';
import { readSitemap } from './read-sitemap.ts';
import { scoreLink } from './score-link.ts';

export interface SitemapSearch {
  /** A page of the site. */
  site: URL;
  companyName: string;
  /** The sitemaps that the site's robots.txt names. */
  named: readonly string[];
  /** The text of one file, or null when it cannot be had. */
  read: (url: string) => Promise<string | null>;
}

/** Each file is a request of its own, and one after another. */
const MAX_FILES = 3;
const MAX_CHARACTERS = 2_000_000;
const MAX_LEADS = 30;
/** What the parts of a large sitemap are called, with what is worth reading first. */
const PART_WORTH: [RegExp, number][] = [
  [/image|video|product|categor|tag|author|user|attachment|archive|event/i, 0],
  [/page|main|core|static|compan|about|corporate/i, 3],
  [/news|press|blog|post|article/i, 2],
];

/** Pages that a site's sitemaps name and whose address promises something about the company, best first. An index is followed one level down. */
export async function findInSitemaps(search: SitemapSearch): Promise<PageLead[]> {
  const { site, companyName } = search;
  const belongs = (url: string) => URL.canParse(url) && isSameSite(site, new URL(url), companyName);
  const named = search.named.filter(belongs);
  const queue = (named.length > 0 ? named : [new URL('/sitemap.xml', site).href]).map((url) => ({ url, depth: 0 }));
  const asked = new Set<string>();
  const pages = new Map<string, PageLead>();
  for (let file = queue.shift(); file !== undefined && asked.size < MAX_FILES; file = queue.shift()) {
    const { url, depth } = file;
    if (asked.has(url)) continue;
    asked.add(url);
    const text = await search.read(url);
    const { locations, isIndex } = readSitemap((text ?? '').slice(0, MAX_CHARACTERS));
    const own = locations.filter(belongs);
    if (!isIndex) for (const lead of leadsOf(own, site)) pages.set(lead.url, lead);
    else if (depth === 0) queue.push(...bestParts(own).map((part) => ({ url: part, depth: 1 })));
  }
  return [...pages.values()].sort((a, b) => b.score - a.score).slice(0, MAX_LEADS);
}

function leadsOf(urls: string[], site: URL): PageLead[] {
  return urls.flatMap((url) => {
    const target = new URL(url);
    const promise = isSharedHost(target.hostname) ? null : scoreLink(site, target, '');
    return promise === null ? [] : [{ url: normaliseUrl(url), ...promise }];
  });
}

function bestParts(urls: string[]): string[] {
  const worth = (url: string) => {
    const name = new URL(url).pathname.split('/').at(-1) ?? '';
    return PART_WORTH.find(([pattern]) => pattern.test(name))?.[1] ?? 1;
  };
  return urls
    .map((url) => ({ url, worth: worth(url) }))
    .filter((part) => part.worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MAX_FILES)
    .map((part) => part.url);
}
