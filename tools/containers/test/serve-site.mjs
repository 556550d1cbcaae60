// The company site of `npm run test:containers`. Every page takes a moment, so that there is time to kill who reads it.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const slowMs = 1500;
const pages = new Map([
  ['/', 'index.html'],
  ['/news.html', 'news.html'],
  ['/jobs.html', 'jobs.html'],
]);

createServer((request, response) => {
  const file = pages.get(new URL(request.url, 'http://site').pathname);
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  setTimeout(async () => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(await readFile(`/pages/${file}`));
  }, slowMs);
}).listen(8080, '0.0.0.0');
