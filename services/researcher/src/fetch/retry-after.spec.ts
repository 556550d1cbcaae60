import { describe, expect, it } from '@jest/globals';
import { parseRetryAfter } from './retry-after.ts';

describe('parseRetryAfter', () => {
  const now = Date.UTC(2026, 10, 2, 10, 0, 0);

  it.each([
    ['0', 0],
    [' 120 ', 120_000],
    ['Mon, 02 Nov 2026 10:00:30 GMT', 30_000],
    ['Monday, 02-Nov-26 10:01:00 GMT', 60_000],
    ['Mon, 02 Nov 2026 09:00:00 GMT', 0],
  ])('reads %j', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms);
  });

  it.each(['', '-5', '1.5', 'soon', 'Mon', '99999999999'])('leaves %j alone', (header) => {
    expect(parseRetryAfter(header, now)).toBeNull();
  });
});
