import { isIP } from 'node:net';
import { isPublicAddress } from './check-address.ts';
import { FetchRefused } from './fetch-errors.ts';

const PORTS = new Set(['80', '443', '8080', '8443']);
const DENIED_SUFFIXES = [
  'localhost', 'localdomain', 'local', 'internal', 'intranet', 'private', 'corp', 'home', 'lan', 'home.arpa', 'arpa',
  'test', 'invalid', 'onion', 'metadata.azure.com', 'svc', 'cluster',
]; // prettier-ignore
const MAX_LENGTH = 2000;

/**
 * The URL, when its spelling alone gives no reason to stay away; names are still to be resolved and checked.
 * @param allowPrivate `host:port` entries that are let through whatever they are.
 * @throws FetchRefused with the reason.
 */
export function gateUrl(raw: string, allowPrivate: readonly string[] = []): URL {
  if (raw.length > MAX_LENGTH) throw new FetchRefused('The address is too long.');
  // The URL parser drops or rewrites these silently, so that what is checked and what is meant could differ.
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f\\]/.test(raw)) throw new FetchRefused('The address contains spaces, control characters or backslashes.');
  if (!/^https?:\/\//i.test(raw)) throw new FetchRefused('Only http:// and https:// addresses are read.');
  const authority = /^https?:\/\/([^/?#]*)/i.exec(raw)?.[1] ?? '';
  if (authority === '') throw new FetchRefused('The address names no site.');
  if (authority.includes('@')) throw new FetchRefused('Addresses with a user name or password are not read.');
  if (!URL.canParse(raw)) throw new FetchRefused('The address is not valid.');
  const url = new URL(raw);
  url.hash = '';
  if (isAllowedPrivate(url, allowPrivate)) return url;
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
  if (url.port !== '' && !PORTS.has(url.port)) throw new FetchRefused(`Port ${url.port} is not one that web sites use.`);
}

function checkHost(url: URL, authority: string): void {
  const host = bareHost(url.hostname);
  if (isIP(host)) {
    const plain = authority.replace(/:\d*$/, '').toLowerCase();
    if (isIP(host) === 4 && plain !== host) throw new FetchRefused('The address hides a number as its site.');
    if (!isPublicAddress(host)) throw new FetchRefused('The address points into a private network.');
    return;
  }
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  const denied = DENIED_SUFFIXES.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
  if (denied || !name.includes('.')) throw new FetchRefused('The address names a machine of a private network.');
  if (name.endsWith('.') || name.startsWith('.') || name.includes('..')) throw new FetchRefused('The address is not valid.');
}
