import { namesCompany } from './company-name.ts';
import { isSameSite, isWalledHost } from './company-site.ts';

export interface SearchResult {
  url: string;
  title: string;
  /** The words around the match. */
  content: string;
}

const NEWS = /\b(?:news|press|announc\w*|launch\w*|rais(?:es|ed)|funding|acqui\w*|partner\w*|award\w*|interview|open(?:s|ed))\b/i;
/** Lists of openings and of prices say nothing that the posting does not. */
const LISTS = /\b(?:jobs? (?:in|at|openings?)|hiring|vacanc\w*|salar(?:y|ies)|reviews?|coupons?|stock price|quote|login)\b/i;

/**
 * Pages of other hosts that name the company, best first and one a host, from the results of a web search. `site` is a page of the
 * company's own site, which has been looked through already.
 */
export function rankResults(results: readonly SearchResult[], companyName: string, site: URL | null): string[] {
  const hosts = new Set<string>();
  return results
    .flatMap((result, place) => {
      if (!/^https?:\/\//i.test(result.url) || !URL.canParse(result.url)) return [];
      const url = new URL(result.url);
      const inTitle = namesCompany(result.title, companyName);
      if (!inTitle && !namesCompany(result.content, companyName)) return [];
      if (isWalledHost(url.hostname) || (site !== null && isSameSite(site, url, companyName)) || /\.pdf$/i.test(url.pathname)) return [];
      const text = `${result.title} ${result.content}`;
      const score = (inTitle ? 3 : 0) + (NEWS.test(text) ? 2 : 0) - (LISTS.test(text) ? 4 : 0) - place * 0.2;
      return [{ url: result.url, host: url.host, score }];
    })
    .sort((a, b) => b.score - a.score)
    .filter(({ host }) => !hosts.has(host) && hosts.add(host))
    .map(({ url }) => url);
}
