import type { ExtractedPage } from '../extract/extract-page.ts';
import type { ResearchRequest } from '../research-types.ts';
import { namesCompany } from './company-name.ts';
import { isCompanyAddress, isSameSite, isSharedHost } from './company-site.ts';
import type { Source } from './list-given-sources.ts';

/**
 * Is the page on the company's own site? That is the site the application names, what it leads on to, and an address spelled like the
 * company. When the application names none, it is also a page the person asked for that presents itself as the company's.
 */
export function isCompanyPage(
  source: Source,
  pageUrl: string,
  page: Pick<ExtractedPage, 'title' | 'isArticle'>,
  request: ResearchRequest,
): boolean {
  const url = new URL(pageUrl);
  const { companyName, companyUrl } = request;
  if (isSharedHost(url.hostname)) return false;
  if (source.found === 'company' || isCompanyAddress(url, companyName)) return true;
  const sameAs = (other: string) => URL.canParse(other) && isSameSite(new URL(other), url, companyName);
  if (companyUrl !== null && sameAs(companyUrl)) return true;
  switch (source.found) {
    case 'link':
    case 'sitemap':
    case 'guess':
      // Such a page is the company's unless it sends on to somebody else's.
      return sameAs(source.url);
    case 'search':
      return false;
    default:
      return companyUrl === null && sameAs(source.url) && !page.isArticle && (isSection(url) || namesCompany(page.title, companyName));
  }
}

function isSection({ pathname }: URL): boolean {
  return pathname.split('/').filter(Boolean).length <= 1;
}
