import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { hostileUrls, startLocalSite, type HostileUrl, type LocalSite } from '@coverwright/testing';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { FetchRefused } from './fetch-errors.ts';
import { PageFetcher } from './page-fetcher.ts';

// Processes and hundreds of requests take their time on a busy machine.
jest.setTimeout(60_000);

const never = new AbortController().signal;
const hostile = hostileUrls();
const kinds = [...new Set(hostile.map(({ kind }) => kind))];
const addressesOf = new Map(hostile.map(({ url, addresses }) => [hostOf(url), addresses]));

/** Every socket that anything in this process opens, wherever to. */
let sockets = 0;
const count = () => void (sockets += 1);

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

function fetcher(site?: LocalSite): PageFetcher {
  return new PageFetcher({
    allowPrivate: site === undefined ? [] : [site.host],
    resolve: async (name) => addressesOf.get(name) ?? ['127.0.0.1'],
  });
}

async function outcome(fetching: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await fetching).slice(0, 100);
  } catch (error) {
    return error instanceof FetchRefused ? 'refused' : String(error);
  }
}

beforeAll(() => void subscribe('net.client.socket', count));
afterAll(() => void unsubscribe('net.client.socket', count));

describe('hostile addresses', () => {
  it('are many, and each is another', () => {
    expect(new Set(hostile.map(({ url, addresses }) => `${url} ${addresses?.join()}`)).size).toBe(hostile.length);
    expect(hostile.length).toBeGreaterThanOrEqual(200);
  });

  it.each(kinds)('are refused with a code and without a connection: %s', async (kind) => {
    const one = fetcher();
    sockets = 0;
    for (const { url } of hostile.filter((entry) => entry.kind === kind)) {
      const refusal = await one.fetch(url, never).then(
        (page) => page,
        (error: unknown) => error,
      );
      expect([url, refusal]).toEqual([url, expect.any(FetchRefused)]);
      expect([url, (refusal as FetchRefused).code]).toEqual([url, expect.stringMatching(/^(URL|HOST|ADDRESS)_[A-Z_]+$/)]);
    }
    expect(sockets).toBe(0);
  });

  it('are refused when a site sends on to them', async () => {
    const locations = hostile.filter(leadsElsewhere);
    const site = await startLocalSite({
      '/': (request, response) => {
        const { url } = locations[Number(new URL(request.url ?? '', 'http://x').searchParams.get('to'))]!;
        response.setHeader('location', Buffer.from(url, 'utf8').toString('latin1'));
        response.writeHead(302).end();
      },
    });
    try {
      const one = fetcher(site);
      sockets = 0;
      for (const [index, { url }] of locations.entries()) {
        const got = await outcome(one.fetch(`${site.url}/?to=${index}`, never));
        expect([url, got]).toEqual([url, 'refused']);
      }
      expect(locations.length).toBeGreaterThan(200);
      expect(site.requests).toHaveLength(1 + locations.length);
      expect(sockets).toBe(1 + locations.length);
    } finally {
      await site.close();
    }
  });
});

/** What a header can carry, and is not a path of the site itself. */
function leadsElsewhere({ url }: HostileUrl): boolean {
  // eslint-disable-next-line no-control-regex
  return !/[\u0000-\u001f]/.test(url) && /^https?:\/\/[^/]/i.test(url) && url.length < 4000;
}
