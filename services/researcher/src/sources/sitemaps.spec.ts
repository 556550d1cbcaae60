import { describe, expect, it } from '@jest/globals';
import { listSitemaps } from '../fetch/list-sitemaps.ts';
import { findInSitemaps } from './find-in-sitemaps.ts';
import { readSitemap } from './read-sitemap.ts';

const urlset = (...urls: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<url><loc>${url}</loc><lastmod>2026-01-01</lastmod></url>`).join('')}</urlset>`;
const index = (...urls: string[]) => `<sitemapindex>${urls.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join('')}</sitemapindex>`;

describe('readSitemap', () => {
  it('reads the addresses of pages and of further sitemaps', () => {
    expect(readSitemap(urlset('https://a.example/x?a=1&amp;b=2', '\n <![CDATA[https://a.example/y]]> '))).toEqual({
      locations: ['https://a.example/x?a=1&b=2', 'https://a.example/y'],
      isIndex: false,
    });
    expect(readSitemap(index('https://a.example/s1.xml'))).toEqual({ locations: ['https://a.example/s1.xml'], isIndex: true });
    expect(readSitemap('https://a.example/x\r\nnonsense\nhttps://a.example/y\n').locations).toEqual([
      'https://a.example/x',
      'https://a.example/y',
    ]);
  });

  it('takes what it gets', () => {
    for (const text of ['', '<loc>', '<loc></loc>', '<html><p>404</p>', 'hello']) expect(readSitemap(text).locations).toEqual([]);
    expect(readSitemap('<image:loc>https://a.example/i.png</image:loc>').locations).toEqual([]);
  });

  it('is done at once with a file made to be slow, and stops at its bound', () => {
    const began = performance.now();
    expect(readSitemap('<loc>'.repeat(400_000)).locations).toEqual([]);
    expect(readSitemap(urlset(...Array<string>(6000).fill('https://a.example/x'))).locations).toHaveLength(5000);
    expect(readSitemap(`<!DOCTYPE x [${'<!ENTITY a "&b;&b;">'.repeat(1000)}]>&a;`).locations).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('listSitemaps', () => {
  it('finds the lines wherever they stand', () => {
    expect(
      listSitemaps('Sitemap: https://a.example/one.xml\nUser-agent: *\nDisallow: /x\n  sitemap:https://a.example/two.xml # second\r\n'),
    ).toEqual(['https://a.example/one.xml', 'https://a.example/two.xml']);
    expect(listSitemaps('Sitemap:\nxsitemap: no')).toEqual([]);
  });
});

describe('findInSitemaps', () => {
  const search = async (files: Record<string, string>, named: string[] = []) => {
    const asked: string[] = [];
    const leads = await findInSitemaps({
      site: new URL('https://acme.example/'),
      companyName: 'Acme',
      named,
      read: async (url) => {
        asked.push(url);
        return files[url] ?? null;
      },
    });
    return { asked, urls: leads.map((lead) => lead.url) };
  };

  it('takes pages of the same site that promise something, best first', async () => {
    const { asked, urls } = await search({
      'https://acme.example/sitemap.xml': urlset(
        'https://acme.example/products/x-200',
        'https://acme.example/about',
        'https://other.example/about',
        'https://acme.example/17',
        'not a url',
      ),
    });
    expect(asked).toEqual(['https://acme.example/sitemap.xml']);
    expect(urls).toEqual(['https://acme.example/about', 'https://acme.example/products/x-200']);
  });

  it('reads the sitemaps that robots.txt names instead, when they are of the site', async () => {
    const named = ['https://evil.example/s.xml', 'https://www.acme.example/map.xml'];
    const { asked, urls } = await search({ 'https://www.acme.example/map.xml': urlset('https://acme.example/values') }, named);
    expect(asked).toEqual(['https://www.acme.example/map.xml']);
    expect(urls).toEqual(['https://acme.example/values']);
  });

  it('follows an index one level down, the parts worth reading first, and asks for three files at most', async () => {
    const part = (name: string) => `https://acme.example/${name}-sitemap.xml`;
    const { asked, urls } = await search({
      'https://acme.example/sitemap.xml': index(part('product'), part('post'), part('author'), part('page'), part('x')),
      [part('page')]: index(part('deeper')),
      [part('post')]: urlset('https://acme.example/blog/hello'),
    });
    expect(asked).toEqual(['https://acme.example/sitemap.xml', part('page'), part('post')]);
    expect(urls).toEqual(['https://acme.example/blog/hello']);
  });

  it('does not follow an index in an index', async () => {
    const { asked } = await search({
      'https://acme.example/sitemap.xml': index('https://acme.example/one.xml'),
      'https://acme.example/one.xml': index('https://acme.example/two.xml'),
    });
    expect(asked).toEqual(['https://acme.example/sitemap.xml', 'https://acme.example/one.xml']);
  });

  it('ends with an index that names itself', async () => {
    const { asked } = await search({ 'https://acme.example/sitemap.xml': index('https://acme.example/sitemap.xml') });
    expect(asked).toHaveLength(1);
  });
});
