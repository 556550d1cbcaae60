import { describe, expect, it } from '@jest/globals';
import { findUrls } from './parse-urls.ts';

describe('findUrls', () => {
  it.each([
    ['read https://a.example/press!', 'https://a.example/press'],
    ['at https://www.a.example/careers, and', 'https://www.a.example/careers'],
    ['(https://a.example/jobs/42)', 'https://a.example/jobs/42'],
    ['https://en.wikipedia.org/wiki/Foo_(bar)', 'https://en.wikipedia.org/wiki/Foo_(bar)'],
    ['(see https://en.wikipedia.org/wiki/Foo_(bar)).', 'https://en.wikipedia.org/wiki/Foo_(bar)'],
    ['<https://a.example>', 'https://a.example'],
    ['[site](https://a.example/x)', 'https://a.example/x'],
    ['HTTPS://Quill.Example/Team', 'https://quill.example/Team'],
    ['https://a.example/?ref=a&b=1#team', 'https://a.example/?ref=a&b=1#team'],
    ['https://a.example/go?next=https://b.example/y', 'https://a.example/go?next=https://b.example/y'],
    ["https://a.example's page", 'https://a.example'],
    ['what brightloom.example does', 'https://brightloom.example'],
    ['www.acme.co.uk', 'https://www.acme.co.uk'],
    ['acme.io/jobs.', 'https://acme.io/jobs'],
    ['their site acme.is', 'https://acme.is'],
    ['http://127.0.0.1:8080/about', 'http://127.0.0.1:8080/about'],
  ])('finds the address in %j', (text, url) => {
    expect(findUrls(text).map((found) => found.url)).toEqual([url]);
  });

  it.each([
    'mail jane@acme.com',
    'I know Node.js and ASP.NET',
    'see resume.pdf',
    'send it.so they can',
    'ftp://a.example',
    'e.g. this',
    'https://',
    '3.5 years',
  ])('finds none in %j', (text) => expect(findUrls(text)).toEqual([]));

  it('finds several, with offsets into the text', () => {
    const text = 'read https://a.example and b.example/x.';
    expect(findUrls(text).map(({ start, end }) => text.slice(start, end))).toEqual(['https://a.example', 'b.example/x']);
  });
});
