import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PacedSite {
  url: string;
  host: string;
  /** Paths asked for, in order. */
  requests: string[];
  /** Milliseconds in which at least one request was being answered. */
  busyMs: () => number;
  close: () => void;
}

const sections = ['about', 'values', 'products', 'team', 'news', 'careers', 'customers'];
const filler = 'The paragraph that follows says nothing in particular and is here because pages of companies are long. ';

/** A company of eight pages, as long as such pages are, that takes its time for every answer. */
export const startPacedSite = async (answerMs: number): Promise<PacedSite> => {
  const requests: string[] = [];
  let [open, since, busy] = [0, 0, 0];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '/');
    if (open === 0) since = performance.now();
    open += 1;
    response.once('close', () => {
      open -= 1;
      if (open === 0) busy += performance.now() - since;
    });
    const page = pageOf(request.url ?? '/');
    setTimeout(
      () => response.writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page ?? ''),
      answerMs,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    requests,
    busyMs: () => busy,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const pageOf = (path: string): string | null => {
  const section = path.slice(1);
  if (path !== '/' && !sections.includes(section)) return null;
  const links = sections.map((name) => `<li class="menu-item"><a href="/${name}">${name}</a></li>`).join('\n');
  const text = Array.from({ length: 60 }, (_, n) => `<div class="row"><p>${said(section, n)} ${filler.repeat(4)}</p></div>`).join('\n');
  return `<!doctype html><html lang="en"><head><title>Fernhill Optics ${section}</title></head><body><nav><ul>${links}</ul></nav><main>${text}</main></body></html>`;
};

const said = (section: string, n: number): string =>
  n % 10 === 0 ? `Fernhill Optics grinds ${n + 7} kinds of lenses and told us so on its page about ${section || 'itself'}.` : '';
