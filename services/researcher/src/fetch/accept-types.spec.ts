import { describe, expect, it } from '@jest/globals';
import { formatOf, type Accept } from './accept-types.ts';
import { FetchRefused } from './fetch-errors.ts';

describe('formatOf', () => {
  it.each<[Accept, string, string]>([
    ['page', 'Text/HTML; charset=utf-8', 'html'],
    ['page', 'application/xhtml+xml', 'html'],
    ['page', '', 'html'],
    ['page', 'text/plain;x=y', 'text'],
    ['json', 'application/json; charset=UTF-8', 'json'],
    ['json', 'application/vnd.api+json', 'json'],
    ['xml', 'application/xml', 'xml'],
    ['xml', 'application/rss+xml; charset=utf-8', 'xml'],
    ['xml', 'text/plain', 'xml'],
  ])('reads for %s the type %j as %s', (accept, type, format) => {
    expect(formatOf(type, accept)).toBe(format);
  });

  it.each<[Accept, string]>([
    ['page', 'application/pdf'],
    ['page', 'application/json'],
    ['page', 'text/html-ish'],
    ['page', 'image/svg+xml'],
    ['json', 'text/html'],
    ['json', 'text/plain'],
    ['xml', 'text/html'],
    ['xml', 'application/gzip'],
  ])('refuses for %s the type %j', (accept, type) => {
    expect(() => formatOf(type, accept)).toThrow(FetchRefused);
  });
});
