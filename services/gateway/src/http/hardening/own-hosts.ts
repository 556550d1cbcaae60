import type { IncomingMessage } from 'node:http';

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];
const absoluteForm = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i;

/** The parts of a request that say which host it is for. */
export type Addressed = Pick<IncomingMessage, 'rawHeaders' | 'url'>;

/**
 * The host a request is for, or null when it does not say so in one way: no Host, two of them, or a request target that names another
 * (`GET http://evil.example/ HTTP/1.1`). A page that a browser was lured to by DNS rebinding names its own host here.
 */
export function readHost({ rawHeaders, url = '' }: Addressed): string | null {
  const hosts = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host');
  const host = hosts[0]?.toLowerCase();
  if (host === undefined || hosts.length > 1) return null;
  const target = absoluteForm.exec(url);
  if (target !== null) return /^https?$/i.test(target[1] ?? '') && target[2]?.toLowerCase() === host ? host : null;
  return url.startsWith('/') ? host : null;
}

/** The path and query of a request target, whatever its form. */
export const originForm = (url: string): string => {
  const rest = url.replace(absoluteForm, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
};

/** Whether a host is one this gateway answers to; a name in the list stands for itself on every port. */
export function ownHosts(allowed: string[]): (host: string) => boolean {
  const names = new Set([...loopbackNames, ...allowed].map((name) => name.toLowerCase()));
  return (host) => names.has(host) || names.has(host.replace(/:\d{1,5}$/, ''));
}
