import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page of another site had the browser send this. `Origin` decides when it is there (`null` is another site, too), else
 * `Sec-Fetch-Site`; what has neither comes from a program or an old browser's address bar. Following a link from elsewhere is all another
 * site may have a browser do: it shows the page to the person, and nothing to the site.
 */
export function isFromAnotherSite(method: string, headers: IncomingHttpHeaders, host: string): boolean {
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = headers;
  if (origin !== undefined) return !URL.canParse(origin) || new URL(origin).host.toLowerCase() !== withoutUsualPort(host, origin);
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return !(mode === 'navigate' && (dest === undefined || dest === 'document') && (method === 'GET' || method === 'HEAD'));
}

const withoutUsualPort = (host: string, origin: string): string => host.replace(origin.startsWith('https:') ? /:443$/ : /:80$/, '');
