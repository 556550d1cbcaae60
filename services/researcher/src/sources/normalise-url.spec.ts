import { describe, expect, it } from '@jest/globals';
import { listGivenSources } from './list-given-sources.ts';
import { normaliseUrl, pageKey } from './normalise-url.ts';

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

describe('pageKey', () => {
  it.each([
    ['http://www.acme.example/about/', 'https://acme.example/about'],
    ['https://acme.example/index.html', 'https://acme.example'],
    ['https://acme.example/a?x=1&y=2', 'https://acme.example/a?y=2&x=1&utm_medium=mail'],
  ])('is the same for %s and %s', (a, b) => {
    expect(pageKey(a)).toBe(pageKey(b));
  });

  it.each([
    ['https://acme.example/about', 'https://acme.example/About'],
    ['https://acme.example/?p=1', 'https://acme.example/?p=2'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:9090/'],
    ['https://blog.acme.example/', 'https://acme.example/'],
  ])('tells %s from %s', (a, b) => {
    expect(pageKey(a)).not.toBe(pageKey(b));
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
    expect(listGivenSources(given, 8)).toEqual([
      { url: 'https://a.example/', found: 'asked' },
      { url: 'https://b.example/', found: 'asked' },
      { url: 'https://c.example/', found: 'company' },
    ]);
    expect(listGivenSources(given, 2)).toHaveLength(2);
  });

  it('is empty when nothing was given', () => {
    expect(listGivenSources({ ...request, companyUrl: ' ' }, 8)).toEqual([]);
  });
});
