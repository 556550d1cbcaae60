const DEFAULT_PORT = '11434';

/**
 * The address to call for an `OLLAMA_HOST` as people write it: without a scheme or port, or with the "any address" that the server
 * binds to but nobody can call. Without a trailing slash. Null when it is no address at all.
 */
export function normalizeOllamaHost(value: string): string | null {
  let text = value.trim().replace(/^["']|["']$/g, '');
  if (text === '') text = '127.0.0.1';
  if (text.startsWith(':')) text = `127.0.0.1${text}`;
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const url = URL.parse(hasScheme ? text : `http://${text}`);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
  if (url.hostname === '[::]') url.hostname = '[::1]';
  // With a scheme, no port means the port of the scheme: a server behind a proxy.
  if (!hasScheme && !/^[^/]*:\d+(?:\/|$)/.test(text)) url.port = DEFAULT_PORT;
  const path = url.pathname.replace(/\/+$/, '');
  const login = url.username ? `${url.username}${url.password ? `:${url.password}` : ''}@` : '';
  return `${url.protocol}//${login}${url.host}${path}`;
}

/** The same address without a login, fit to be shown. */
export function withoutLogin(host: string): string {
  return host.replace(/\/\/[^/@]*@/, '//');
}

export function isLoopback(host: string): boolean {
  const name = URL.parse(host)?.hostname ?? '';
  return name === 'localhost' || name === '[::1]' || name.startsWith('127.');
}
