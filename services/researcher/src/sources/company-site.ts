import { getDomain, getDomainWithoutSuffix } from 'tldts';
import { looksLikeCompany } from './company-name.ts';

/** Hosts that show pages of many companies: their own links lead to others. */
const SHARED_HOSTS =
  /(?:^|\.)(?:greenhouse\.io|lever\.co|ashbyhq\.com|myworkdayjobs\.com|myworkdaysite\.com|workday\.com|smartrecruiters\.com|jobvite\.com|icims\.com|workable\.com|recruitee\.com|personio\.(?:de|com)|bamboohr\.com|teamtailor\.com|breezy\.hr|taleo\.net|oraclecloud\.com|successfactors\.(?:eu|com)|linkedin\.com|indeed\.[a-z.]+|glassdoor\.[a-z.]+|stepstone\.[a-z.]+|xing\.com|monster\.[a-z.]+|ziprecruiter\.com|wellfound\.com|welcometothejungle\.com|crunchbase\.com|wikipedia\.org|github\.com|medium\.com|notion\.site|facebook\.com|x\.com|twitter\.com|youtube\.com|instagram\.com|tiktok\.com)$/;
/** Of those, the ones that show nothing to somebody who is not logged in. */
const WALLED_HOSTS =
  /(?:^|\.)(?:linkedin\.com|indeed\.[a-z.]+|glassdoor\.[a-z.]+|facebook\.com|x\.com|twitter\.com|youtube\.com|instagram\.com|tiktok\.com|xing\.com|crunchbase\.com|zoominfo\.com)$/;
const WITH_PRIVATE_SUFFIXES = { allowPrivateDomains: true };

/** Does `link` belong to the site of the company that `page` is part of? Same port, same registrable domain. */
export function isSameSite(page: URL, link: URL, companyName: string): boolean {
  if (effectivePort(page) !== effectivePort(link)) return false;
  const root = siteOf(page.hostname, companyName);
  return link.hostname === root || link.hostname.endsWith(`.${root}`);
}

/** Is the host one that many companies share, so that its own links say nothing about one of them? */
export function isSharedHost(hostname: string): boolean {
  return SHARED_HOSTS.test(hostname);
}

export function isWalledHost(hostname: string): boolean {
  return WALLED_HOSTS.test(hostname);
}

/** Is the address spelled like the company: `acme.com` or `www.acme-pumps.de` for Acme Pumps? */
export function isCompanyAddress(url: URL, companyName: string): boolean {
  const label = getDomainWithoutSuffix(url.hostname, WITH_PRIVATE_SUFFIXES);
  return label !== null && looksLikeCompany(label, companyName);
}

/**
 * The registrable domain, or the host itself where there is none (an IP address). `acme.hosted.example` is a site of its own for
 * Acme, although nobody has registered it: the name before the domain is the company's, and the domain's is not.
 */
function siteOf(hostname: string, companyName: string): string {
  const domain = getDomain(hostname, WITH_PRIVATE_SUFFIXES);
  if (domain === null || domain === hostname) return hostname;
  const owner = getDomainWithoutSuffix(hostname, WITH_PRIVATE_SUFFIXES) ?? '';
  const below = hostname.slice(0, -domain.length - 1).split('.');
  const tenant = below.findLastIndex((label) => looksLikeCompany(label, companyName));
  if (tenant < 0 || looksLikeCompany(owner, companyName)) return domain;
  return `${below.slice(tenant).join('.')}.${domain}`;
}

function effectivePort(url: URL): string {
  // http and https on their own ports are one site.
  return url.port === '' ? 'default' : url.port;
}
