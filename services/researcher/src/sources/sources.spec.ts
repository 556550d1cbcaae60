import { describe, expect, it } from '@jest/globals';
import { listGivenSources } from './list-given-sources.ts';
import { normaliseUrl } from './normalise-url.ts';
import { rankLinks } from './rank-links.ts';
import { isSameSite } from './same-site.ts';

describe('normaliseUrl', () => {
  it('gives one spelling to one page', () => {
    expect(normaliseUrl(' HTTPS://Acme.example:443#top ')).toBe('https://acme.example/');
    expect(normaliseUrl('https://acme.example/a?utm_source=x&id=1&gclid=2')).toBe('https://acme.example/a?id=1');
  });

  it('repairs nothing that the gate refuses', () => {
    for (const url of ['http://0x7f.1/', 'http://a@b.example/', 'ftp://x', 'http://exa\tmple.com/', 'nonsense'])
      expect(normaliseUrl(url)).toBe(url);
  });
});

describe('listGivenSources', () => {
  const request = { urls: [], jobUrl: null, companyUrl: null, companyName: 'Acme', jobTitle: 'Engineer', jobDescription: null };

  it('names each page once, those asked for first, within the bound', () => {
    const given = {
      ...request,
      urls: ['https://a.example/#x', 'https://b.example/'],
      jobUrl: 'https://a.example/',
      companyUrl: 'https://c.example',
    };
    expect(listGivenSources(given, 8)).toEqual(['https://a.example/', 'https://b.example/', 'https://c.example/']);
    expect(listGivenSources(given, 2)).toEqual(['https://a.example/', 'https://b.example/']);
  });

  it('is empty when nothing was given', () => {
    expect(listGivenSources({ ...request, companyUrl: ' ' }, 8)).toEqual([]);
  });
});

describe('isSameSite', () => {
  const same = (page: string, link: string) => isSameSite(new URL(page), new URL(link));

  it('takes the host and names under its site', () => {
    expect(same('https://www.acme.example/', 'https://acme.example/x')).toBe(true);
    expect(same('https://careers.acme.example/', 'https://www.acme.example/about')).toBe(true);
    expect(same('http://acme.example/', 'https://blog.acme.example/')).toBe(true);
  });

  it('leaves other sites alone', () => {
    expect(same('https://acme.example/', 'https://notacme.example/')).toBe(false);
    expect(same('https://acme.example/', 'https://acme.example.evil.com/')).toBe(false);
    expect(same('https://acme.blogs.example/', 'https://blogs.example/about')).toBe(false);
    expect(same('https://jobs.co.uk/', 'https://other.co.uk/')).toBe(false);
    expect(same('http://127.0.0.1:8080/', 'http://127.0.0.1:9090/')).toBe(false);
  });
});

describe('rankLinks', () => {
  const link = (path: string, text = '') => ({ url: new URL(path, 'https://acme.example/').href, text });

  it('puts pages that say who they are first and leaves the rest out', () => {
    const links = [
      '/careers',
      '/login',
      '/about/cookies',
      '/x1',
      '/brochure/about.pdf',
      '/about',
      'https://other.example/about',
      '/blog/2024/a/b/c',
    ].map((path) => link(path));
    expect(rankLinks('https://acme.example/', [...links, link('/x2', 'Our values'), link('/about#team', 'Team')])).toEqual([
      'https://acme.example/about',
      'https://acme.example/x2',
      'https://acme.example/careers',
    ]);
  });

  it('follows nothing from boards that many companies share', () => {
    expect(rankLinks('https://boards.greenhouse.io/acme/jobs/1', [{ url: 'https://boards.greenhouse.io/about', text: 'About' }])).toEqual(
      [],
    );
  });
});
