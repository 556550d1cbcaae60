import { afterEach, describe, expect, it } from '@jest/globals';
import { startLocalSite, type LocalHandler, type LocalPage, type LocalSite } from '@coverwright/testing';
import { PageFetcher, type FetcherOptions } from './page-fetcher.ts';
import { SiteManners } from './site-manners.ts';

const never = new AbortController().signal;
const page: LocalPage = { body: '<p>x' };
const sites: LocalSite[] = [];

async function site(pages: Record<string, LocalPage | LocalHandler>): Promise<LocalSite> {
  const started = await startLocalSite(pages);
  sites.push(started);
  return started;
}

/** As many runs of one process. */
function runs(count: number, allowed: LocalSite, limits: FetcherOptions['limits'] = {}): PageFetcher[] {
  const manners = new SiteManners();
  return Array.from({ length: count }, () => new PageFetcher({ allowPrivate: [allowed.host], limits, manners }));
}

afterEach(async () => {
  await Promise.all(sites.splice(0).map((one) => one.close()));
});

describe('runs that share their manners', () => {
  it('ask a host for one page at a time and for its robots.txt once', async () => {
    let open = 0;
    let most = 0;
    const slow: LocalHandler = (_, response) => {
      most = Math.max(most, (open += 1));
      setTimeout(() => ((open -= 1), response.setHeader('content-type', 'text/html').end('<p>x')), 10);
    };
    const acme = await site({ '/a': slow, '/b': slow, '/c': slow });
    const fetching = runs(4, acme).flatMap((run) => ['/a', '/b', '/c'].map((path) => run.fetch(acme.url + path, never)));
    await Promise.all(fetching);
    expect(most).toBe(1);
    expect(acme.requests).toHaveLength(1 + 12);
    expect(acme.requests.filter((path) => path === '/robots.txt')).toHaveLength(1);
  });

  it('go on when one of them is stopped while it reads robots.txt', async () => {
    const stop = new AbortController();
    let asked = 0;
    const acme = await site({
      '/robots.txt': (_, response) => ((asked += 1) === 1 ? stop.abort(new Error('cancelled')) : response.writeHead(404).end()),
      '/': page,
    });
    const [one, other] = runs(2, acme);
    const stopped = one!.fetch(acme.url, stop.signal);
    const going = other!.fetch(acme.url, never);
    await expect(stopped).rejects.toThrow('cancelled');
    await expect(going).resolves.toMatchObject({ text: '<p>x' });
  });

  it('wait as long as a site asks, and ask again', async () => {
    const asked: number[] = [];
    const acme = await site({
      '/busy': (_, response) => {
        asked.push(performance.now());
        if (asked.length === 1) response.writeHead(429, { 'retry-after': '1' }).end();
        else response.setHeader('content-type', 'text/html').end('<p>x');
      },
      '/b': page,
    });
    const [one, other] = runs(2, acme);
    const [busy] = await Promise.all([one!.fetch(`${acme.url}/busy`, never), other!.fetch(`${acme.url}/b`, never)]);
    expect(busy.text).toBe('<p>x');
    expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(990);
  });

  it('leave a site alone that asks for longer than a run waits, and say so', async () => {
    const acme = await site({ '/': { status: 503, body: '', headers: { 'retry-after': '7200' } }, '/b': page });
    const [one, other] = runs(2, acme);
    await expect(one!.fetch(acme.url, never)).rejects.toMatchObject({
      code: 'WAIT_TOO_LONG',
      message: expect.stringContaining('60 minutes'),
    });
    await expect(one!.fetch(`${acme.url}/b`, never)).rejects.toThrow('longer than a run waits');
    await expect(other!.fetch(`${acme.url}/b`, never)).rejects.toThrow('longer than a run waits');
    expect(acme.requests).toEqual(['/robots.txt', '/']);
  });

  it('give a site up that asks for patience again and again', async () => {
    const acme = await site({ '/': { status: 429, body: '', headers: { 'retry-after': '0' } } });
    await expect(runs(1, acme)[0]!.fetch(acme.url, never)).rejects.toThrow('it answered 429');
    expect(acme.requests).toEqual(['/robots.txt', '/', '/', '/']);
  });

  it('learn nothing from each other about sites that are down, so that a retry asks again', async () => {
    let down = true;
    const acme = await site({ '/robots.txt': (_, response) => response.writeHead(down ? 500 : 404).end(), '/': page });
    const [one, later] = runs(2, acme);
    await expect(one!.fetch(acme.url, never)).rejects.toThrow('it answered 500');
    await expect(one!.fetch(acme.url, never)).rejects.toThrow('it answered 500');
    expect(acme.requests).toEqual(['/robots.txt']);
    down = false;
    await expect(later!.fetch(acme.url, never)).resolves.toMatchObject({ text: '<p>x' });
  });
});

describe('one deadline for a page', () => {
  it('covers every hop and every robots.txt on its way', async () => {
    const late = (location: string | null): LocalHandler => {
      return (_, response) =>
        void setTimeout(() => response.writeHead(location === null ? 404 : 302, { location: location ?? '' }).end(), 200);
    };
    const last = await site({ '/': page });
    let next = last.url;
    const chain: LocalSite[] = [last];
    for (let hop = 0; hop < 4; hop += 1) {
      const one = await site({ '/robots.txt': late(null), '/': late(next) });
      next = one.url;
      chain.push(one);
    }
    const allowPrivate = chain.map((one) => one.host);
    const hasty = new PageFetcher({ allowPrivate, limits: { deadlineMs: 1000, idleMs: 900 } });
    await expect(hasty.fetch(next, never)).rejects.toThrow('took too long');
    expect(last.requests).toEqual([]);
    await expect(new PageFetcher({ allowPrivate, limits: { deadlineMs: 20_000 } }).fetch(next, never)).resolves.toMatchObject({
      url: `${last.url}/`,
    });
  });
});
