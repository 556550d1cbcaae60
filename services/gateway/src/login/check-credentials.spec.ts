import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { Credentials } from './check-credentials.ts';

const token = 'a-token-of-some-length';
const request = (headers: Record<string, string>, remoteAddress = '192.0.2.1') =>
  ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe('Credentials', () => {
  const credentials = new Credentials(token);

  it.each([
    ['the token', { authorization: `Bearer ${token}` }],
    ['the token, spelled otherwise', { authorization: `bearer  ${token} ` }],
    ['a session', { cookie: `a=b; coverwright_session=${credentials.sessions.issue()}; c=d` }],
  ])('know who has %s', (_, headers) => {
    expect(credentials.check(request(headers))).toBe('known');
  });

  it.each([
    ['nothing', {}],
    ['another token', { authorization: 'Bearer another' }],
    ['the token in another scheme', { authorization: `Basic ${token}` }],
    ['the token as a cookie', { cookie: `coverwright_session=${token}` }],
  ])('do not know who has %s', (_, headers) => {
    expect(new Credentials(token).check(request(headers))).toBe('unknown');
  });

  it('hear nobody after ten wrong tokens, not even with the right one, and go on with others and with sessions', () => {
    const limited = new Credentials(token);
    for (let attempt = 0; attempt < 10; attempt += 1) expect(limited.tryToken(`guess ${attempt}`, '192.0.2.1')).toBe(false);
    expect(limited.tryToken(token, '192.0.2.1')).toEqual({ retryInMs: expect.any(Number) });
    expect(limited.check(request({ authorization: `Bearer ${token}` }))).toHaveProperty('retryInMs');
    expect(limited.tryToken(token, '192.0.2.2')).toBe(true);
    expect(limited.check(request({ cookie: `coverwright_session=${limited.sessions.issue()}` }))).toBe('known');
  });

  it('count no right token', () => {
    const limited = new Credentials(token);
    for (let attempt = 0; attempt < 100; attempt += 1) expect(limited.tryToken(token, '192.0.2.1')).toBe(true);
  });
});
