import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

describe('what every answer carries', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.close());
  const headersOf = async (path: string) => (await fetch(gateway.origin + path)).headers;

  it.each(['/', '/api/applications', '/api/nothing', '/nothing.js', '/queues', '/api/docs', '/api/openapi.json'])(
    'is there at %s',
    async (path) => {
      const headers = await headersOf(path);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/default-src 'none';script-src 'self';/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/https?:|\*/);
    },
  );

  it('allows inline style to the tools of others only', async () => {
    for (const path of ['/', '/api/applications', '/queuesx', '/api/docsx']) {
      expect((await headersOf(path)).get('content-security-policy')).toContain("style-src 'self';img-src 'self';");
    }
    for (const path of ['/queues', '/queues/x', '/api/docs', '/api/docs/']) {
      expect((await headersOf(path)).get('content-security-policy')).toContain("style-src 'self' 'unsafe-inline'");
    }
  });

  it('keeps what is private out of caches', async () => {
    expect((await headersOf('/api/resume')).get('cache-control')).toBe('no-store');
  });
});
