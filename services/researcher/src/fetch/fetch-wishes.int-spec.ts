import { afterEach, describe, expect, it } from '@jest/globals';
import { startLocalSite, type LocalHandler, type LocalPage, type LocalSite } from '@coverwright/testing';
import iconv from 'iconv-lite';
import { FetchRefused } from './fetch-errors.ts';
import { PageFetcher } from './page-fetcher.ts';

const sites: LocalSite[] = [];
const never = new AbortController().signal;

async function site(pages: Record<string, LocalPage | LocalHandler>): Promise<LocalSite> {
  const started = await startLocalSite(pages);
  sites.push(started);
  return started;
}

function fetcher(allowed: LocalSite[]): PageFetcher {
  return new PageFetcher({ allowPrivate: allowed.map((one) => one.host) });
}

afterEach(async () => {
  await Promise.all(sites.splice(0).map((one) => one.close()));
});

describe('what is asked for', () => {
  const json = { body: '{"title":"<meta charset=koi8-r> Zürich"}', headers: { 'content-type': 'application/json' } };
  const xml = {
    body: iconv.encode('<?xml version="1.0" encoding="iso-8859-1"?><a>Zürich</a>', 'latin1'),
    headers: { 'content-type': 'text/xml' },
  };

  it('reads JSON and XML when they are asked for, and nothing else then', async () => {
    const seen: (string | undefined)[] = [];
    const acme = await site({
      '/json': json,
      '/hal': { ...json, headers: { 'content-type': 'application/hal+json; charset=utf-8' } },
      '/xml': xml,
      '/atom': { ...xml, headers: { 'content-type': 'application/atom+xml' } },
      '/page': (request, response) => (seen.push(request.headers.accept), response.setHeader('content-type', 'text/html').end('<p>x')),
    });
    const one = fetcher([acme]);
    for (const path of ['/json', '/hal']) {
      expect(await one.fetch(acme.url + path, never, { accept: 'json' })).toMatchObject({ format: 'json', text: json.body });
    }
    for (const path of ['/xml', '/atom']) {
      expect(await one.fetch(acme.url + path, never, { accept: 'xml' })).toMatchObject({
        format: 'xml',
        text: expect.stringContaining('Zürich'),
      });
    }
    await expect(one.fetch(`${acme.url}/page`, never, { accept: 'json' })).rejects.toThrow('of type text/html, not to JSON data');
    await expect(one.fetch(`${acme.url}/page`, never, { accept: 'xml' })).rejects.toThrow(FetchRefused);
    await expect(one.fetch(`${acme.url}/json`, never)).rejects.toThrow('not to a page');
    expect(seen).toEqual(['application/json', expect.stringContaining('application/xml')]);
  });

  it('asks whether a page has changed and takes no for an answer', async () => {
    const asked: unknown[] = [];
    const validators = { etag: '"v1"', last_modified: 'Mon, 02 Nov 2026 10:00:00 GMT' };
    const acme = await site({
      '/': (request, response) => {
        asked.push([request.headers['if-none-match'], request.headers['if-modified-since']]);
        response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 200, {
          'content-type': 'text/html',
          etag: validators.etag,
          'last-modified': validators.last_modified,
        });
        response.end('<p>x');
      },
    });
    const one = fetcher([acme]);
    await expect(one.fetch(acme.url, never)).resolves.toMatchObject({ validators });
    await expect(one.fetch(acme.url, never, { etag: '"v1"', lastModified: validators.last_modified })).resolves.toEqual({
      notModified: true,
      url: `${acme.url}/`,
      validators,
    });
    await expect(one.fetch(acme.url, never, { etag: '"v0"\r\nx: y', lastModified: null })).resolves.toMatchObject({ text: '<p>x' });
    expect(asked).toEqual([
      [undefined, undefined],
      ['"v1"', validators.last_modified],
      [undefined, undefined],
    ]);
  });

  it('does not take 304 for an answer to a plain question', async () => {
    const acme = await site({ '/': { status: 304, body: '' } });
    await expect(fetcher([acme]).fetch(acme.url, never)).rejects.toThrow('it answered 304');
  });
});
