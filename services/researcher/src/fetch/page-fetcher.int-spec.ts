import { afterEach, describe, expect, it } from '@jest/globals';
import { startLocalSite, type LocalHandler, type LocalPage, type LocalSite } from '@coverwright/testing';
import iconv from 'iconv-lite';
import { gzipSync } from 'node:zlib';
import { FetchRefused } from './fetch-errors.ts';
import { PageFetcher, type FetcherOptions } from './page-fetcher.ts';

const sites: LocalSite[] = [];
const never = new AbortController().signal;
const page: LocalPage = { body: '<p>Acme builds pumps.</p>' };

async function site(pages: Record<string, LocalPage | LocalHandler>): Promise<LocalSite> {
  const started = await startLocalSite(pages);
  sites.push(started);
  return started;
}

function fetcher(allowed: LocalSite[], more: Partial<FetcherOptions> = {}): PageFetcher {
  return new PageFetcher({ allowPrivate: allowed.map((one) => one.host), limits: { deadlineMs: 3000, idleMs: 1500 }, ...more });
}

afterEach(async () => {
  await Promise.all(sites.splice(0).map((one) => one.close()));
});

describe('what is read', () => {
  it('reads a page of an allowed host and asks robots.txt once', async () => {
    const acme = await site({ '/': page, '/b': page });
    const one = fetcher([acme]);
    await expect(one.fetch(`${acme.url}/`, never)).resolves.toEqual({
      url: `${acme.url}/`,
      format: 'html',
      text: page.body,
      validators: { etag: null, last_modified: null },
    });
    await one.fetch(`${acme.url}/b`, never);
    expect(acme.requests).toEqual(['/robots.txt', '/', '/b']);
  });

  it('says who asks', async () => {
    let agent: string | undefined;
    const acme = await site({ '/': (request, response) => ((agent = request.headers['user-agent']), response.end('<p>x</p>')) });
    await fetcher([acme]).fetch(acme.url, never);
    expect(agent).toMatch(/^Coverwright\/[\d.]+ \(\+https:\/\//);
  });

  it('unpacks and decodes', async () => {
    const acme = await site({
      '/gzip': { body: gzipSync(page.body), headers: { 'content-encoding': 'gzip' } },
      '/sjis': { body: iconv.encode('東京', 'shift_jis'), headers: { 'content-type': 'text/html; charset=Shift_JIS' } },
      '/text': { body: 'a < b', headers: { 'content-type': 'text/plain' } },
    });
    const one = fetcher([acme]);
    expect((await one.fetch(`${acme.url}/gzip`, never)).text).toBe(page.body);
    expect((await one.fetch(`${acme.url}/sjis`, never)).text).toBe('東京');
    expect(await one.fetch(`${acme.url}/text`, never)).toMatchObject({ format: 'text', text: 'a < b' });
  });

  it('follows redirects and tells where it ended', async () => {
    const acme = await site({ '/a': { status: 302, body: '', headers: { location: '/b?x=1' } }, '/b': page });
    expect((await fetcher([acme]).fetch(`${acme.url}/a`, never)).url).toBe(`${acme.url}/b?x=1`);
  });
});

describe('what is refused', () => {
  it('does not reach a private address that is not on the list', async () => {
    const acme = await site({ '/': page });
    await expect(fetcher([]).fetch(acme.url, never)).rejects.toThrow(FetchRefused);
    await expect(fetcher([], { limits: {} }).fetch(acme.url.replace('127.0.0.1', 'localhost'), never)).rejects.toThrow(FetchRefused);
    expect(acme.requests).toEqual([]);
  });

  it('does not follow a redirect into the private network', async () => {
    const inside = await site({ '/': page });
    const targets = [
      inside.url,
      inside.url.replace('127.0.0.1', '0x7f.1'),
      'http://169.254.169.254/latest/',
      'file:///etc/passwd',
      'http://[::1]/',
    ];
    for (const location of targets) {
      const acme = await site({ '/': { status: 301, body: '', headers: { location } } });
      await expect(fetcher([acme]).fetch(acme.url, never)).rejects.toThrow(FetchRefused);
    }
    expect(inside.requests).toEqual([]);
  });

  it('does not reach a name that leads into the private network, nor one that does so among others', async () => {
    for (const addresses of [['127.0.0.1'], ['93.184.216.34', '10.0.0.1'], ['::ffff:127.0.0.1'], ['2002:7f00:1::']]) {
      await expect(fetcher([], { resolve: async () => addresses }).fetch('http://rebind.example/', never)).rejects.toThrow(
        'private network',
      );
    }
  });

  it('gives up a chain of redirects', async () => {
    const acme = await site({ '/': { status: 302, body: '', headers: { location: '/' } } });
    await expect(fetcher([acme]).fetch(acme.url, never)).rejects.toThrow('from page to page');
    expect(acme.requests).toHaveLength(1 + 6);
  });

  it('does not read other types than pages', async () => {
    const acme = await site({
      '/pdf': { body: '%PDF', headers: { 'content-type': 'application/pdf' } },
      '/none': (_, response) => response.end(Buffer.from([0x50, 0x4b, 0, 1])),
    });
    const one = fetcher([acme]);
    await expect(one.fetch(`${acme.url}/pdf`, never)).rejects.toThrow('application/pdf');
    await expect(one.fetch(`${acme.url}/none`, never)).rejects.toThrow(FetchRefused);
  });

  it('obeys robots.txt, also where a redirect leads', async () => {
    const acme = await site({
      '/robots.txt': { body: 'user-agent: *\ndisallow: /private', headers: { 'content-type': 'text/plain' } },
      '/private': page,
      '/jump': { status: 302, body: '', headers: { location: '/private' } },
      '/': page,
    });
    const one = fetcher([acme]);
    await expect(one.fetch(`${acme.url}/private`, never)).rejects.toThrow('robots.txt');
    await expect(one.fetch(`${acme.url}/jump`, never)).rejects.toThrow('robots.txt');
    await expect(one.fetch(`${acme.url}/`, never)).resolves.toMatchObject({ format: 'html' });
    expect(acme.requests).not.toContain('/private');
  });

  it('stays away when robots.txt cannot be had', async () => {
    const acme = await site({ '/robots.txt': { status: 503, body: '' }, '/': page });
    await expect(fetcher([acme]).fetch(acme.url, never)).rejects.toThrow('robots.txt could not be read (it answered 503)');
    expect(acme.requests).toEqual(['/robots.txt']);
  });
});

describe('what stays bounded', () => {
  const limits = { deadlineMs: 600, idleMs: 300, maxBytes: 100_000 };

  it('ends a slow drip at the deadline and does not ask that site again', async () => {
    const drip: LocalHandler = (_, response) => {
      const timer = setInterval(() => response.write('<p>x'), 50);
      response.on('close', () => clearInterval(timer));
    };
    const acme = await site({ '/': drip, '/b': page });
    const one = fetcher([acme], { limits: { ...limits, deadlineMs: 2000, idleMs: 1500 } });
    await expect(one.fetch(acme.url, never)).rejects.toMatchObject({ message: 'The site took too long and was given up.', timedOut: true });
    await expect(one.fetch(`${acme.url}/b`, never)).rejects.toThrow('did not answer in time before');
    expect(acme.requests).toEqual(['/robots.txt', '/']);
  });

  it('asks again for what broke off while this process stood still', async () => {
    let asked = 0;
    const acme = await site({
      '/': (_, response) => {
        asked += 1;
        if (asked > 1) return response.end(page.body);
        // Holds the one thread that the site and the fetcher share here, for longer than any deadline.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
        return response.destroy();
      },
    });
    expect((await fetcher([acme], { limits }).fetch(acme.url, never)).text).toBe(page.body);
    expect(asked).toBe(2);
  });

  it('ends a site that says nothing at the idle deadline, before and after its headers', async () => {
    const silent = await site({ '/': () => undefined });
    const half = await site({ '/': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>') });
    for (const acme of [silent, half]) {
      await expect(fetcher([acme], { limits: { ...limits, deadlineMs: 5000 } }).fetch(acme.url, never)).rejects.toThrow(
        'stopped answering',
      );
    }
  });

  it('lets a slow robots.txt cost one deadline', async () => {
    const acme = await site({ '/robots.txt': () => undefined, '/': page });
    await expect(fetcher([acme], { limits }).fetch(acme.url, never)).rejects.toThrow('stopped answering');
  });

  it('refuses a body that is too large, sent or unpacked', async () => {
    const acme = await site({
      '/large': { body: 'x'.repeat(200_000) },
      '/bomb': { body: gzipSync(Buffer.alloc(50_000_000)), headers: { 'content-encoding': 'gzip' } },
      '/endless': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const more = () => void (response.destroyed || response.write('x'.repeat(10_000), more));
        more();
      },
    });
    const one = fetcher([acme], { limits: { ...limits, deadlineMs: 20_000, idleMs: 10_000 } });
    for (const path of ['/large', '/bomb', '/endless'])
      await expect(one.fetch(acme.url + path, never)).rejects.toThrow('larger than 98 KB');
  });

  it('says what went wrong in words', async () => {
    const acme = await site({
      '/500': { status: 500, body: '' },
      '/cut': (request, response) =>
        void response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100' }).write('x', () => request.socket.destroy()),
      '/badzip': { body: 'plain', headers: { 'content-encoding': 'gzip' } },
      '/junk': (request) => void request.socket.end('hello\r\n\r\n'),
    });
    const one = fetcher([acme]);
    await expect(one.fetch(`${acme.url}/gone`, never)).rejects.toMatchObject({
      message: 'The page does not exist (the site answered 404).',
      status: 404,
    });
    await expect(one.fetch(`${acme.url}/500`, never)).rejects.toThrow('it answered 500');
    await expect(one.fetch(`${acme.url}/cut`, never)).rejects.toThrow('broke off');
    await expect(one.fetch(`${acme.url}/badzip`, never)).rejects.toThrow('cannot be unpacked');
    await expect(one.fetch(`${acme.url}/junk`, never)).rejects.toThrow('proper HTTP');
    await acme.close();
    sites.splice(sites.indexOf(acme), 1);
    await expect(fetcher([acme]).fetch(acme.url, never)).rejects.toThrow('refused the connection');
    await expect(
      fetcher([], { resolve: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })) }).fetch('http://no.example/', never),
    ).rejects.toThrow('There is no site of that name.');
  });

  it('stops at once when aborted, in every phase', async () => {
    const reason = new Error('cancelled');
    const hanging = () => new Promise<string[]>(() => undefined);
    const inLookup = new AbortController();
    const lookedUp = fetcher([], { resolve: hanging }).fetch('http://slow.example/', inLookup.signal);
    inLookup.abort(reason);
    await expect(lookedUp).rejects.toBe(reason);

    for (const phase of ['headers', 'body']) {
      const stop = new AbortController();
      const closed = Promise.withResolvers<void>();
      const acme = await site({
        '/': (request, response) => {
          request.socket.on('close', () => closed.resolve());
          if (phase === 'body') response.writeHead(200, { 'content-type': 'text/html' }).write('<p>x', () => stop.abort(reason));
          else stop.abort(reason);
        },
      });
      await expect(fetcher([acme]).fetch(acme.url, stop.signal)).rejects.toBe(reason);
      await closed.promise;
    }
  });
});
