import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiPaths, type Application } from '@coverwright/contracts';
import { newApplication } from '@coverwright/testing';
import { mostStreams } from '../src/http/hardening/limit-streams.ts';
import { openRaw, rawRequest, sendRaw } from './raw-client.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

describe('greedy clients', () => {
  let gateway: TestGateway;
  const normalClientIsServed = async () =>
    expect((await gateway.request('POST', apiPaths.applications, newApplication())).status).toBe(201);

  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.close());

  it('have limits from the start', () => {
    const { headersTimeout, requestTimeout, keepAliveTimeout, maxHeadersCount, maxConnections } = gateway.server;
    expect({ headersTimeout, requestTimeout, keepAliveTimeout, maxHeadersCount, maxConnections }).toEqual({
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 5000,
      maxHeadersCount: 100,
      maxConnections: 1000,
    });
  });

  it('that send their headers slowly are let go, while others and open streams go on', async () => {
    const { id } = (await gateway.request<Application>('POST', apiPaths.applications, newApplication())).body;
    const stream = gateway.events(apiPaths.applicationEvents(id));
    await stream.next();
    gateway.server.headersTimeout = 200;
    const slow = Array.from({ length: 50 }, () => openRaw(gateway.origin, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '));
    await normalClientIsServed();
    const answers = await Promise.all(slow.map(({ answer }) => answer));
    const told = answers.map(({ status, body }) => [status, (JSON.parse(body) as { code: string }).code].join(' '));
    expect(new Set(told)).toEqual(new Set(['408 REQUEST_TIMEOUT']));
    await gateway.request('PATCH', apiPaths.application(id), { status: 'applied' });
    await gateway.request('POST', apiPaths.messages(id), { content: 'hello' });
    expect((await stream.next()).event).toBe('message');
  });

  it('that send their body slowly are let go', async () => {
    gateway.server.requestTimeout = 300;
    const slow = openRaw(
      gateway.origin,
      rawRequest(gateway.origin, 'POST /api/applications', ['Content-Type: application/json', 'Content-Length: 1000']) + '{"comp',
    );
    const { status, head } = await slow.answer;
    expect([status, head]).toEqual([408, expect.stringContaining('application/problem+json')]);
    gateway.server.requestTimeout = 60_000;
    await normalClientIsServed();
  });

  it('that open 300 event streams get as many as one client may have, and 429 for the rest', async () => {
    const { id } = (await gateway.request<Application>('POST', apiPaths.applications, newApplication())).body;
    const url = gateway.origin + apiPaths.applicationEvents(id);
    const open = () =>
      new Promise<number>((resolve, reject) => {
        const outgoing = request(url, { agent: false }, (response) => {
          sockets.push(outgoing);
          response.resume();
          response.on('error', () => undefined);
          resolve(response.statusCode ?? 0);
        });
        outgoing.on('error', reject).end();
      });
    const sockets: { destroy(): void }[] = [];
    // One is still open from the test before.
    const free = mostStreams.ofOneClient - 1;
    const statuses = await Promise.all(Array.from({ length: 300 }, open));
    expect(statuses.filter((status) => status === 200)).toHaveLength(free);
    expect(statuses.filter((status) => status === 429)).toHaveLength(300 - free);
    const refusal = await sendRaw(gateway.origin, rawRequest(gateway.origin, `GET ${apiPaths.applicationEvents(id)}`));
    expect([refusal.status, (JSON.parse(refusal.body) as { code: string }).code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    await normalClientIsServed();
    expect(refusal.head).toMatch(/\r\nRetry-After: 5/);
    const gone = once(gateway.server, 'request');
    sockets.forEach((socket) => socket.destroy());
    await normalClientIsServed();
    await gone;
  });
});

describe('limits on what costs much', () => {
  it('refuse more than 120 imports a minute from one address, and nothing else', async () => {
    const gateway = await startTestGateway();
    try {
      const upload = () => gateway.raw('POST', apiPaths.resumeImport, { 'content-type': 'multipart/form-data; boundary=x' }, '--x--');
      const statuses = await Promise.all(Array.from({ length: 130 }, async () => (await upload()).status));
      expect(statuses.filter((status) => status === 429)).toHaveLength(10);
      expect((await gateway.request('POST', apiPaths.applications, newApplication())).status).toBe(201);
    } finally {
      await gateway.close();
    }
  });
});
