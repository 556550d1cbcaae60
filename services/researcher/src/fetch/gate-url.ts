import { isIP } from 'node:net';
import { isPublicAddress } from './check-address.ts';
import { FetchRefused } from './fetch-errors.ts';

const PORTS = new Set(['80', '443', '8080', '8443']);
const DENIED_SUFFIXES = [
  // Reserved by RFC 6761, 6762, 8375, 9476 and ICANN
  'localhost', 'local', 'internal', 'home.arpa', 'arpa', 'test', 'invalid', 'onion', 'alt', 'corp', 'home', 'mail',
  // What routers, clusters and offices call their own machines
  'localdomain', 'intranet', 'intra', 'private', 'priv', 'lan', 'dhcp', 'workgroup', 'domain', 'svc', 'cluster', 'consul', 'docker', 'i2p',
  // Names by which machines of a cloud ask for their own secrets
  'metadata.azure.com', 'metadata.google.com', 'metadata.tencentyun.com', 'metadata.platformequinix.com',
]; // prettier-ignore
const MAX_LENGTH = 2000;

/**
 * The URL, when its spelling alone gives no reason to stay away; names are still to be resolved and checked.
 * @param allowPrivate `host:port` entries that are let through whatever they are.
 * @throws FetchRefused with the reason.
 */
export function gateUrl(raw: string, allowPrivate: readonly string[] = []): URL {
  if (raw.length > MAX_LENGTH) throw new FetchRefused('The address is too long.', 'URL_TOO_LONG');
  // The URL parser drops or rewrites these silently, so that what is checked and what is meant could differ.
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f\\]/.test(raw))
    throw new FetchRefused('The address contains spaces, control characters or backslashes.', 'URL_CHARACTERS');
  if (!/^https?:\/\//i.test(raw)) throw new FetchRefused('Only http:// and https:// addresses are read.', 'URL_SCHEME');
  const authority = /^https?:\/\/([^/?#]*)/i.exec(raw)?.[1] ?? '';
  if (authority === '') throw new FetchRefused('The address names no site.', 'URL_INVALID');
  if (authority.includes('@')) throw new FetchRefused('Addresses with a user name or password are not read.', 'URL_USER');
  if (!URL.canParse(raw)) throw new FetchRefused('The address is not valid.', 'URL_INVALID');
  const url = new URL(raw);
  url.hash = '';
  if (isAllowedPrivate(url, allowPrivate)) return url;
  // With or without the dot at the end it is one site, which has one robots.txt and one turn.
  url.hostname = url.hostname.replace(/\.$/, '');
  checkPort(url);
  checkHost(url, authority);
  return url;
}

/** Is exactly this host and port on the person's own list of private addresses? */
export function isAllowedPrivate(url: URL, allowPrivate: readonly string[]): boolean {
  const wanted = hostAndPort(url);
  return allowPrivate.some((entry) => {
    if (!/:\d+$/.test(entry) || !URL.canParse(`http://${entry}`)) return false;
    const allowed = new URL(`http://${entry}`);
    return hostAndPort(allowed) === wanted;
  });
}

/** Host name without the brackets of an IPv6 literal. */
export function bareHost(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}

function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

function checkPort(url: URL): void {
  if (url.port !== '' && !PORTS.has(url.port)) throw new FetchRefused(`Port ${url.port} is not one that web sites use.`, 'URL_PORT');
}

function checkHost(url: URL, authority: string): void {
  const host = bareHost(url.hostname);
  if (isIP(host)) {
    const plain = authority.replace(/:\d*$/, '').toLowerCase();
    if (isIP(host) === 4 && plain !== host) throw new FetchRefused('The address hides a number as its site.', 'HOST_OBSCURED');
    if (!isPublicAddress(host)) throw new FetchRefused('The address points into a private network.', 'ADDRESS_PRIVATE');
    return;
  }
  const denied = DENIED_SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
  if (denied || !host.includes('.')) throw new FetchRefused('The address names a machine of a private network.', 'HOST_PRIVATE');
  if (host.endsWith('.') || host.startsWith('.') || host.includes('..')) throw new FetchRefused('The address is not valid.', 'URL_INVALID');
}
