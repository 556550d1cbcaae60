import { describe, expect, it } from '@jest/globals';
import { Attempts } from './attempts.ts';

describe('Attempts', () => {
  it('gives each client its number in each window', () => {
    let now = 0;
    const attempts = new Attempts({ most: 2, perMs: 1000 }, () => now);
    expect([attempts.take('a'), attempts.take('a'), attempts.take('b')]).toEqual([0, 0, 0]);
    now = 400;
    expect(attempts.take('a')).toBe(600);
    expect(attempts.take('b')).toBe(0);
    now = 1000;
    expect(attempts.take('a')).toBe(0);
  });

  it('forgets an attempt that is given back', () => {
    const attempts = new Attempts({ most: 1, perMs: 1000 }, () => 0);
    attempts.take('a');
    attempts.giveBack('a');
    expect([attempts.take('a'), attempts.take('a')]).toEqual([0, 1000]);
  });

  it('remembers a bounded number of clients', () => {
    const attempts = new Attempts({ most: 1, perMs: 1000 }, () => 0);
    for (let client = 0; client <= 10_000; client += 1) attempts.take(String(client));
    expect(attempts.take('10000')).toBe(1000);
    expect(attempts.take('0')).toBe(0);
  });
});
