import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

/** Bull Board and Swagger bring styles with their markup, and Bull Board's page names its own base. */
const policy = (isTool: boolean, hasBase: boolean) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${isTool ? " 'unsafe-inline'" : ''}`,
    `img-src 'self'${isTool ? ' data:' : ''}`,
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    `base-uri '${hasBase ? 'self' : 'none'}'`,
  ].join(';');

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
      expect(headers.get('permissions-policy')).toMatch(/camera=\(\), geolocation=\(\), microphone=\(\)/);
      const isTool = /^\/(queues|api\/docs)/.test(path);
      expect(headers.get('content-security-policy')).toBe(policy(isTool, path === '/queues'));
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
