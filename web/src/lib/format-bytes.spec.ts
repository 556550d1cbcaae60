import { describe, expect, it } from '@jest/globals';
import { formatBytes } from './format-bytes.ts';

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1500, '1.5 kB'],
    [2_480_000_000, '2.5 GB'],
    [431_000_000_000, '431 GB'],
    [5e16, '50000 TB'],
  ])('says %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
