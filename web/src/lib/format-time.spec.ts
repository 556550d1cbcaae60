import { describe, expect, it } from '@jest/globals';
import { formatSince } from './format-time.ts';

const now = Date.parse('2026-11-20T12:00:00.000Z');

describe('formatSince', () => {
  it.each([
    ['2026-11-20T11:59:30.000Z', 'just now'],
    ['2026-11-20T12:00:05.000Z', 'just now'],
    ['2026-11-20T11:15:00.000Z', '45 minutes ago'],
    ['2026-11-20T09:00:00.000Z', '3 hours ago'],
    ['2026-11-19T11:00:00.000Z', 'yesterday'],
    ['2026-10-01T12:00:00.000Z', 'Oct 1, 2026'],
  ])('says for %s: %s', (iso, text) => {
    expect(formatSince(iso, now)).toBe(text);
  });
});
