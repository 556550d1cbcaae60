const TRACKING = /^(?:utm_\w+|gclid|fbclid|mc_[ce]id|msclkid)$/i;

/** One spelling per page: no fragment, no tracking parameters. What is not a URL stays as it is, for the gate to refuse. */
export function normaliseUrl(raw: string): string {
  const trimmed = raw.trim();
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return trimmed;
  // The gate judges the raw spelling: nothing it would refuse may be repaired here.
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f\\]/.test(trimmed)) return trimmed;
  const authority = /^https?:\/\/([^/?#]*)/i.exec(trimmed)?.[1] ?? '';
  const url = new URL(trimmed);
  if (authority.toLowerCase() !== url.host && !isDefaultPort(authority, url)) return trimmed;
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/**
 * The same for addresses that most likely give the same page: with and without `www`, TLS, a slash at the end, `index.html`. To tell
 * pages found twice apart, not to fetch.
 */
export function pageKey(url: string): string {
  const normal = normaliseUrl(url);
  if (!URL.canParse(normal)) return normal;
  const { hostname, port, pathname, searchParams } = new URL(normal);
  searchParams.sort();
  const path = pathname.replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '/').replace(/\/+$/, '');
  return `${hostname.replace(/^www\./, '')}:${port}${path}?${searchParams.toString()}`;
}

function isDefaultPort(authority: string, url: URL): boolean {
  return authority.toLowerCase() === `${url.host}:${url.protocol === 'https:' ? '443' : '80'}`;
}
