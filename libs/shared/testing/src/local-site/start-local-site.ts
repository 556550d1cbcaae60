import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LocalPage {
  body: string | Buffer;
  /** Default 200. */
  status?: number;
  /** Default: `content-type: text/html; charset=utf-8`. */
  headers?: Record<string, string>;
}

export type LocalHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface LocalSite {
  /** `http://127.0.0.1:port`, no slash at the end. */
  url: string;
  /** `127.0.0.1:port`, as an allow-list takes it. */
  host: string;
  /** Path and query of every request so far, in order of arrival. */
  requests: string[];
  /** Ends the server and every open connection. */
  close: () => Promise<void>;
}

/** A small site on loopback. Pages are found by path and query, then by path; anything else, `/robots.txt` included, is 404. */
export async function startLocalSite(pages: Record<string, LocalPage | LocalHandler>): Promise<LocalSite> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const target = request.url ?? '/';
    requests.push(target);
    const page = pages[target] ?? pages[target.split('?')[0] ?? '/'];
    if (typeof page === 'function') page(request, response);
    else if (page === undefined) response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    else response.writeHead(page.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://${host}`, host, requests, close: () => closeServer(server) };
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
