import { describe, expect, it } from '@jest/globals';
import { limitRequests } from './limit-requests.ts';
import { visit } from './testing/visit.ts';

const address = '192.0.2.1';
const here = { host: '127.0.0.1', port: 3000, allowedHosts: [], authToken: null };

describe('limits for each client', () => {
  const passedOf = (limit: ReturnType<typeof limitRequests>, times: number, request: { path: string; method?: string }) =>
    Array.from({ length: times }, () => visit(limit, { ...request, address })).filter(({ passed }) => passed).length;

  it.each([
    ['/api/system/models/pull', 20],
    ['/api/import', 120],
    ['/api/resume/import', 120],
    ['/api/applications/import', 120],
  ])('let %s be posted %i times a minute', (path, most) => {
    const limit = limitRequests(here);
    expect(passedOf(limit, most + 5, { path, method: 'POST' })).toBe(most);
    expect(visit(limit, { path, method: 'POST', address })).toMatchObject({ status: 429, headers: { 'Retry-After': 60 } });
    expect(visit(limit, { path, method: 'POST', address: '192.0.2.2' }).passed).toBe(true);
    expect(visit(limit, { path: '/api/applications', method: 'POST', address }).passed).toBe(true);
  });

  it.each([
    ['from other machines', { ...here, host: '0.0.0.0' }, 6000],
    ['with a token, behind which anybody may be', { ...here, authToken: 'a token of sixteen' }, 6000],
    ['from this machine only', here, 6100],
  ])('stop a program run wild where requests come %s', (_where, settings, passed) => {
    const limit = limitRequests(settings);
    expect(passedOf(limit, 6100, { path: '/api/applications' })).toBe(passed);
    expect(visit(limit, { path: '/api/health/ready', address }).passed).toBe(true);
  });
});
