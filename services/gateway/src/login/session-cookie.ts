import type { IncomingMessage, ServerResponse } from 'node:http';
import { sessionMs } from './sessions.ts';

const name = 'coverwright_session';

export function readSessionCookie({ headers }: IncomingMessage): string {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

/** Kept from scripts (HttpOnly) and from requests that other sites begin (SameSite=Strict); over TLS only where there is TLS. */
export function setSessionCookie(request: IncomingMessage, response: ServerResponse, proof: string): void {
  write(request, response, proof, sessionMs / 1000);
}

export function clearSessionCookie(request: IncomingMessage, response: ServerResponse): void {
  write(request, response, '', 0);
}

function write(request: IncomingMessage, response: ServerResponse, proof: string, seconds: number): void {
  const secure = isOverTls(request) ? '; Secure' : '';
  response.setHeader('Set-Cookie', `${name}=${proof}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`);
}

/** A proxy that ends TLS says so. Whoever lies here only keeps a cookie from themselves. */
const isOverTls = ({ headers }: IncomingMessage): boolean =>
  String(headers['x-forwarded-proto'] ?? '')
    .split(',')[0]
    ?.trim()
    .toLowerCase() === 'https';
