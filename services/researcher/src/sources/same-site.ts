/** First labels of hosts that one company splits its site over. */
const SERVICE_LABELS = new Set(
  'www careers career jobs job work blog news newsroom press about team company corporate corp investors ir info join life en de fr es m'.split(
    ' ',
  ),
);
const COUNTRY_SUFFIX = /^(?:co|com|org|net|ac|gov|edu)\.[a-z]{2}$/;
/** Hosts that show pages of many companies: their links lead to others. */
const SHARED_HOSTS =
  /(?:^|\.)(?:greenhouse\.io|lever\.co|ashbyhq\.com|myworkdayjobs\.com|myworkdaysite\.com|workday\.com|smartrecruiters\.com|jobvite\.com|icims\.com|workable\.com|recruitee\.com|personio\.(?:de|com)|bamboohr\.com|teamtailor\.com|breezy\.hr|taleo\.net|successfactors\.(?:eu|com)|linkedin\.com|indeed\.com|glassdoor\.\w+|stepstone\.\w+|xing\.com|monster\.\w+|ziprecruiter\.com|wellfound\.com|welcometothejungle\.com|crunchbase\.com|wikipedia\.org|github\.com|medium\.com|notion\.site|facebook\.com|x\.com|twitter\.com|youtube\.com|instagram\.com)$/;

/** Does `link` belong to the company's site that `page` is part of? Same port, same name or a name under it. */
export function isSameSite(page: URL, link: URL): boolean {
  if (effectivePort(page) !== effectivePort(link)) return false;
  if (page.hostname === link.hostname) return true;
  const root = siteRoot(page.hostname);
  return link.hostname === root || link.hostname.endsWith(`.${root}`);
}

/** Is the host one that many companies share, so that its own links say nothing about one of them? */
export function isSharedHost(hostname: string): boolean {
  return SHARED_HOSTS.test(hostname);
}

function siteRoot(hostname: string): string {
  const labels = hostname.split('.');
  const rest = labels.slice(1).join('.');
  const strips = labels.length > 2 && SERVICE_LABELS.has(labels[0]!) && !COUNTRY_SUFFIX.test(rest) && !/^\d+$/.test(labels.at(-1)!);
  return strips ? rest : hostname;
}

function effectivePort(url: URL): string {
  // http and https on their own ports are one site.
  return url.port === '' ? 'default' : url.port;
}
