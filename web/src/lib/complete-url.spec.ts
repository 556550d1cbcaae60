import { describe, expect, it } from '@jest/globals';
import { completeUrl } from './complete-url.ts';

describe('completeUrl', () => {
  it.each([
    ['example.com', 'https://example.com'],
    [' example.com/jobs?id=1 ', 'https://example.com/jobs?id=1'],
    ['example.com:8080/a', 'https://example.com:8080/a'],
    ['http://example.com', 'http://example.com'],
    ['HTTPS://Example.com', 'HTTPS://Example.com'],
    ['ftp://example.com', 'ftp://example.com'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
    ['not an address', 'not an address'],
    ['', ''],
  ])('turns %j into %j', (typed, url) => {
    expect(completeUrl(typed)).toBe(url);
  });
});
