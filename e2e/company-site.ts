import type { ServerResponse } from 'node:http';
import { startLocalSite, type LocalHandler, type LocalPage, type LocalSite } from '@coverwright/testing';

/** The pages of a company that does not exist; text is HTML, with what pages really hold: entities, emphasis, scripts, hidden parts. */
const about = `
  <h1>About Harrow &amp; Finch</h1>
  <p>Harrow &amp; Finch builds <em>timetable</em> software for 23 bus and tram operators in northern England.</p>
  <p>We value careful engineering, plain language and quiet on-call weeks.</p>
  <p>Our platform team runs TypeScript services on PostgreSQL and Redis, and releases to production every weekday.</p>
  <p style="display:none">Harrow &amp; Finch won the Golden Bus Award in 2031.</p>`;
const careers = `
  <h1>Work with us</h1>
  <p>We are looking for a senior backend engineer who improves how timetable data reaches passenger displays.</p>
  <p>You will mentor two junior developers and share one on-call week in six.</p>`;

const wrap = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><style>p { margin: 1em }</style><script>const prize = 'Golden Bus';</script></head>
  <body><nav><a href="/">Home</a> <a href="/about">About</a> <a href="/careers">Careers</a></nav><main>${body}</main></body></html>`;

const bodies: Record<string, string> = {
  '/': wrap('Harrow & Finch', about + careers),
  '/about': wrap('About Harrow & Finch', about),
  '/careers': wrap('Careers at Harrow & Finch', careers),
};

/** What a person sees of a page that was served, in one line. */
export function visibleText(path: string): string {
  return (bodies[path] ?? '')
    .replace(/<(head|nav)>.*?<\/\1>/gs, '')
    .replace(/<p style="display:none">.*?<\/p>/gs, '')
    .replace(/<\/?em>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

export interface CompanySite extends LocalSite {
  /** What is served, by path; may be changed while the site runs. */
  pages: Record<string, LocalPage | LocalHandler>;
  /** From now on the page is asked for in vain, until the returned function lets every waiting request have it. */
  hold(path: string): { asked: Promise<void>; release: () => void };
}

export async function startCompanySite(): Promise<CompanySite> {
  const pages: CompanySite['pages'] = Object.fromEntries(Object.entries(bodies).map(([path, body]) => [path, { body }]));
  const site = await startLocalSite(pages);
  return {
    ...site,
    pages,
    hold: (path) => {
      const page = { body: bodies[path] ?? '' };
      const waiting: ServerResponse[] = [];
      const asked = new Promise<void>((resolve) => {
        pages[path] = (_request, response) => {
          waiting.push(response);
          resolve();
        };
      });
      const release = () => {
        pages[path] = page;
        for (const response of waiting) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page.body);
      };
      return { asked, release };
    },
  };
}
