import { describe, expect, it } from '@jest/globals';
import { isFromAnotherSite } from './from-another-site.ts';

const host = 'localhost:3000';

describe('isFromAnotherSite', () => {
  it.each([
    ['a program', 'POST', {}],
    ['the page', 'POST', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    ['the address bar', 'GET', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
    ['a link on another site', 'GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
  ])('lets %s in', (_, method, headers) => {
    expect(isFromAnotherSite(method, headers, host)).toBe(false);
  });

  it.each([
    ['a script elsewhere', 'POST', { origin: 'https://evil.example' }],
    ['a script elsewhere that reads', 'GET', { origin: 'https://evil.example' }],
    ['another port of this machine', 'POST', { origin: 'http://localhost:4000' }],
    ['a frame without an origin', 'POST', { origin: 'null' }],
    ['an origin that is none', 'POST', { origin: 'localhost:3000' }],
    ['a form elsewhere', 'POST', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
    ['a form on another port', 'POST', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' }],
    ['an image elsewhere', 'GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    ['a frame elsewhere', 'GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
  ])('keeps %s out', (_, method, headers) => {
    expect(isFromAnotherSite(method, headers, host)).toBe(true);
  });

  it('compares without the port that goes without saying', () => {
    expect(isFromAnotherSite('POST', { origin: 'https://letters.example' }, 'letters.example:443')).toBe(false);
    expect(isFromAnotherSite('POST', { origin: 'https://letters.example' }, 'letters.example')).toBe(false);
    expect(isFromAnotherSite('POST', { origin: 'https://letters.example' }, 'letters.example:80')).toBe(true);
  });
});
