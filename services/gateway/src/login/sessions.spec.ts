import { describe, expect, it } from '@jest/globals';
import { Sessions, sessionMs } from './sessions.ts';

const token = 'a-token-of-some-length';
const begin = Date.parse('2026-01-02T03:04:05Z');

describe('Sessions', () => {
  it('know their own proofs, after a restart too, and nobody else does', () => {
    const proof = new Sessions(token, () => begin).issue();
    expect(new Sessions(token, () => begin).check(proof)).toBe('valid');
    expect(new Sessions(`${token}!`, () => begin).check(proof)).toBe('none');
    expect(proof).not.toContain(token);
  });

  it('end after 30 days, and want to be renewed after one', () => {
    let now = begin;
    const sessions = new Sessions(token, () => now);
    const proof = sessions.issue();
    now += 25 * 60 * 60 * 1000;
    expect(sessions.check(proof)).toBe('stale');
    now = begin + sessionMs;
    expect(sessions.check(proof)).toBe('none');
  });

  it('take no proof that was changed', () => {
    const sessions = new Sessions(token, () => begin);
    const proof = sessions.issue();
    const [end, salt, signature] = proof.split('.') as [string, string, string];
    for (const changed of [
      '',
      token,
      `${Number(end) + 1}.${salt}.${signature}`,
      `${end}.${salt}.${signature.slice(1)}A`,
      `${end}.${salt}`,
      `${proof}x`,
      `${end}.${salt}.`,
    ]) {
      expect(sessions.check(changed)).toBe('none');
    }
  });
});
