import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiPaths, type Application } from '@coverwright/contracts';
import { newApplication } from '@coverwright/testing';
import { rawRequest, sendRaw, type RawAnswer } from './raw-client.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

const json = 'Content-Type: application/json';
const good = JSON.stringify(newApplication());

describe('hostile clients', () => {
  let gateway: TestGateway;
  const ask = (firstLine: string, headers: string[] = [], body = '') =>
    sendRaw(gateway.origin, rawRequest(gateway.origin, firstLine, headers, body));
  const post = (headers: string[], body: string) => ask(`POST ${apiPaths.applications}`, headers, body);
  const normalClientIsServed = async () =>
    expect((await gateway.request('POST', apiPaths.applications, newApplication())).status).toBe(201);
  const refused = async (answer: RawAnswer, status: number, code: string) => {
    expect([answer.status, (JSON.parse(answer.body) as { code: string }).code]).toEqual([status, code]);
    expect(answer.head).toContain('application/problem+json');
    expect(answer.body).not.toMatch(/\bat .*[.][jt]s:\d|node_modules|Error:/);
    await normalClientIsServed();
  };

  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.close());

  it.each([
    ['a forged Host', 'GET /api/applications', ['Host: evil.example']],
    ['a Host with a dot at its end', 'GET /api/applications', ['Host: localhost.']],
    ['two Hosts', 'GET /api/applications', ['Host: localhost', 'Host: evil.example']],
    ['an address of another host', 'GET http://evil.example/api/applications', []],
    ['the page under a forged Host', 'GET /', ['Host: evil.example']],
    ['the queues under a forged Host', 'GET /queues', ['Host: evil.example']],
    ['the health under a forged Host', 'GET /api/health/live', ['Host: evil.example']],
  ])('get 421 for %s', async (_, firstLine, headers) => {
    await refused(await ask(firstLine, headers), 421, 'UNKNOWN_HOST');
  });

  it.each(['1.1', '1.0'])('get 421 without a Host in HTTP %s', async (version) => {
    await refused(await sendRaw(gateway.origin, `GET /api/applications HTTP/${version}\r\nConnection: close\r\n\r\n`), 421, 'UNKNOWN_HOST');
  });

  it.each([
    ['no HTTP at all', 'nonsense\r\n\r\n', 400, 'VALIDATION_FAILED'],
    [
      'two lengths',
      rawRequest('http://localhost', 'POST /api/applications', ['Content-Length: 1', 'Content-Length: 2']),
      400,
      'VALIDATION_FAILED',
    ],
    [
      'a length and chunks, which two servers read as different requests',
      rawRequest('http://localhost', 'POST /api/applications', ['Content-Length: 5', 'Transfer-Encoding: chunked'], '0\r\n\r\nGET /'),
      400,
      'VALIDATION_FAILED',
    ],
    [
      'chunks by another name',
      rawRequest('http://localhost', 'POST /api/applications', [json, 'Transfer-Encoding: xchunked'], '0\r\n\r\n'),
      400,
      'VALIDATION_FAILED',
    ],
    ['a header folded over two lines', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-A: 1\r\n b: 2\r\n\r\n', 400, 'VALIDATION_FAILED'],
    ['headers of 20 KB', rawRequest('http://localhost', 'GET /', [`X-Long: ${'x'.repeat(20_000)}`]), 431, 'HEADERS_TOO_LARGE'],
  ])('get an answer like any other, and no second one, for %s', async (_, bytes, status, code) => {
    const answer = await sendRaw(gateway.origin, bytes);
    await refused(answer, status, code);
    expect(answer.head).toMatch(/\r\nConnection: close/i);
    expect(answer.head).toMatch(/\r\nContent-Security-Policy: default-src 'none'/i);
    expect(answer.head).toMatch(/\r\nX-Content-Type-Options: nosniff/i);
  });

  it.each(['[::1]', '[::1]:3000', 'LOCALHOST:9', '127.0.0.1'])('are no clients that ask for %s', async (host) => {
    expect((await ask('GET /api/applications', [`Host: ${host}`])).status).toBe(200);
  });

  it('are no clients that name this host in the address, as a proxy would', async () => {
    const { host } = new URL(gateway.origin);
    expect((await ask(`GET http://${host}/api/health/live`)).status).toBe(200);
  });

  it.each([
    ['a wrong Origin', [json, 'Origin: https://evil.example'], good],
    ['an Origin of another port', [json, 'Origin: http://127.0.0.1:1'], good],
    ['the Origin "null"', [json, 'Origin: null'], good],
    [
      'a form of another site',
      ['Content-Type: application/x-www-form-urlencoded', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate'],
      'company_name=x',
    ],
    ['JSON of another site', [json, 'Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: no-cors'], good],
  ])('get 403 for %s', async (_, headers, body) => {
    await refused(await post(headers, body), 403, 'FORBIDDEN_ORIGIN');
  });

  it('may not have a browser read or embed anything for another site', async () => {
    const cross = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: image'];
    for (const path of ['/', '/api/applications', '/queues', '/favicon.svg'])
      await refused(await ask(`GET ${path}`, cross), 403, 'FORBIDDEN_ORIGIN');
    for (const act of [
      'PUT /queues/api/queues/write/x/retry/failed',
      'PUT /queues/api/queues/write/pause',
      'DELETE /queues/api/queues/write/x',
    ]) {
      await refused(await ask(act, ['Origin: https://evil.example', json], '{}'), 403, 'FORBIDDEN_ORIGIN');
      await refused(await ask(act, ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', json], '{}'), 403, 'FORBIDDEN_ORIGIN');
    }
    await refused(
      await ask('OPTIONS /api/applications', ['Origin: https://evil.example', 'Access-Control-Request-Method: POST']),
      403,
      'FORBIDDEN_ORIGIN',
    );
  });

  it.each([
    ['JSON that says it is text', ['Content-Type: text/plain'], good],
    ['a form', ['Content-Type: application/x-www-form-urlencoded'], 'company_name=x&job_title=y'],
    ['a form with files', ['Content-Type: multipart/form-data; boundary=x'], '--x--'],
    ['a body without a type', [], good],
    ['a body in another charset', ['Content-Type: application/json; charset=utf-16'], good],
    ['a body that says it is packed', [json, 'Content-Encoding: gzip'], good],
  ])('get 415 for %s', async (_, headers, body) => {
    await refused(await post(headers, body), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('get 415 for a body that is packed, and it is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const head = rawRequest(gateway.origin, `POST ${apiPaths.resumeImport}`, [
      'Content-Type: multipart/form-data; boundary=x',
      'Content-Encoding: gzip',
      `Content-Length: ${bomb.length}`,
    ]);
    await refused(await sendRaw(gateway.origin, Buffer.concat([Buffer.from(head), bomb])), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it.each([
    ['100 KB of [', '['.repeat(100_000)],
    ['100 KB of [ and ]', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['objects within objects', '{"a":'.repeat(33) + '1' + '}'.repeat(33)],
    ['half of a body', good.slice(0, -1)],
  ])('get 400 for %s', async (_, body) => {
    await refused(await post([json], body), 400, 'BAD_JSON');
  });

  it('get 413 for 2 MB, announced or not', async () => {
    const body = JSON.stringify({ ...newApplication(), notes: 'x'.repeat(2_000_000) });
    await refused(await post([json], body), 413, 'BODY_TOO_LARGE');
    const chunked = `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    await refused(await post([json, 'Transfer-Encoding: chunked'], chunked), 413, 'BODY_TOO_LARGE');
  });

  it.each([
    ['a key that would be the prototype', '{"company_name":"x","job_title":"y","__proto__":{"status":"polluted"}}'],
    ['the same key, spelled otherwise', '{"company_name":"x","job_title":"y","\\u005f_proto__":{"status":"polluted"}}'],
    ['a constructor', '{"company_name":"x","job_title":"y","constructor":{"prototype":{"status":"polluted"}}}'],
    ['NUL', '{"company_name":"a\\u0000b","job_title":"y"}'],
    ['half of a character', '{"company_name":"a\\ud800b","job_title":"y"}'],
    ['a number without end', '{"company_name":1e999999,"job_title":"y"}'],
    ['an array', '[]'],
    ['nothing', 'null'],
  ])('get 400 for %s', async (_, body) => {
    await refused(await post([json], body), 400, 'VALIDATION_FAILED');
    expect(({} as { status?: unknown }).status).toBeUndefined();
  });

  it('get 400 for bytes that are not UTF-8', async () => {
    const body = Buffer.concat([Buffer.from('{"company_name":"'), Buffer.of(0xff, 0xfe), Buffer.from('","job_title":"y"}')]);
    const head = rawRequest(gateway.origin, `POST ${apiPaths.applications}`, [json, `Content-Length: ${body.length}`]);
    await refused(await sendRaw(gateway.origin, Buffer.concat([Buffer.from(head), body])), 400, 'BAD_JSON');
  });

  it('have the last of two keys counted', async () => {
    const answer = await post([json], '{"company_name":"first","company_name":"last","job_title":"y"}');
    expect([answer.status, (JSON.parse(answer.body) as Application).company_name]).toEqual([201, 'last']);
  });

  it.each([
    '/api/applications/%',
    '/api/applications/%ff',
    '/api/applications/%c0%ae',
    '/api/applications/%00',
    '/api/applications?q=%00',
    '/api/applications?q=%',
    '/%',
    '/queues/%ff',
  ])('get 400 for the address %s', async (path) => refused(await ask(`GET ${path}`), 400, 'VALIDATION_FAILED'));

  it.each(['/api/Applications', '/api/resume/History', '/api/Health/live'])('get 404 for the other spelling %s', async (path) => {
    await refused(await ask(`GET ${path}`), 404, 'NOT_FOUND');
  });

  it.each(['TRACE /', 'PROPFIND /', 'SEARCH /api/applications', 'PUT /api/applications', 'DELETE /api/resume', 'POST /api/system'])(
    'get 405 for %s',
    async (firstLine) => {
      const answer = await ask(firstLine);
      await refused(answer, 405, 'METHOD_NOT_ALLOWED');
      expect(answer.head).toMatch(/\r\nAllow: [A-Z, ]*GET/);
    },
  );

  it('are told what is possible, and get heads without bodies', async () => {
    const options = await ask('OPTIONS /api/applications');
    expect([options.status, options.head]).toEqual([204, expect.stringMatching(/\r\nAllow: (?=.*GET)(?=.*POST)(?=.*HEAD)/)]);
    expect(options.head).not.toMatch(/access-control-allow/i);
    const head = await ask('HEAD /api/applications');
    expect([head.status, head.body]).toEqual([200, '']);
    const { id } = (await gateway.request<Application>('POST', apiPaths.applications, newApplication())).body;
    expect(await ask(`HEAD ${apiPaths.applicationEvents(id)}`)).toMatchObject({ status: 200, body: '' });
  });

  it.each([
    ['no boundary', 'multipart/form-data', 'x'],
    ['no end', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc'],
    ['no header', 'multipart/form-data; boundary=x', '--x\r\n\r\nabc\r\n--x--'],
    ['no name', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; filename="a"\r\n\r\nabc\r\n--x--'],
    [
      'two files',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\na\r\n--x\r\nContent-Disposition: form-data; name="b"; filename="b"\r\n\r\nb\r\n--x--',
    ],
    [
      'a name of __proto__',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="__proto__[a]"\r\n\r\na\r\n--x--',
    ],
    ['nothing but a boundary', 'multipart/form-data; boundary=x', '--x--'],
  ])('get 4xx for an upload with %s', async (_, type, body) => {
    const answer = await ask(`POST ${apiPaths.resumeImport}`, [`Content-Type: ${type}`], body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.head).toContain('application/problem+json');
    await normalClientIsServed();
  });

  it('get 413 for a file of more than 10 MB', async () => {
    const answer = await gateway.upload<{ code: string }>(apiPaths.resumeImport, new Uint8Array(10 * 1024 * 1024 + 1));
    expect([answer.status, answer.body.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });
});
