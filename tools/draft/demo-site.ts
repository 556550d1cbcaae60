import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { findFreePort } from '../start/check-port.ts';

export interface DemoSite {
  /** `http://127.0.0.1:port` */
  url: string;
  /** `127.0.0.1:port`, for the list of private addresses that research may reach. */
  host: string;
  close: () => void;
}

const pages = new Map([
  ['/', 'index.html'],
  ['/news.html', 'news.html'],
  ['/jobs.html', 'jobs.html'],
]);
const folder = join(import.meta.dirname, '..', 'demo-site');

/** A small invented company, served on loopback. */
export const startDemoSite = async (): Promise<DemoSite> => {
  const port = await findFreePort();
  const server = createServer((request, response) => {
    const file = pages.get(new URL(request.url ?? '/', 'http://site').pathname);
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    createReadStream(join(folder, file)).pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
