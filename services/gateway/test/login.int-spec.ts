import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiPaths, pagePaths, type Application } from '@coverwright/contracts';
import { newApplication } from '@coverwright/testing';
import { rawRequest, sendRaw } from './raw-client.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

const token = 'the token of this instance';
const bearer = { authorization: `Bearer ${token}` };
/** What a browser sends for a page; fetch would send its own `Sec-Fetch-Mode`. */
const navigation = ['Accept: text/html,application/xhtml+xml', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'];

describe('a gateway with a token', () => {
  let gateway: TestGateway;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(gateway.origin + path, { headers, redirect: 'manual' });
  const navigate = (path: string, headers: string[] = []) =>
    sendRaw(gateway.origin, rawRequest(gateway.origin, `GET ${path}`, [...navigation, ...headers]));
  const signIn = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(gateway.origin + apiPaths.login, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers });
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const signedIn = async () => ({ cookie: cookieOf(await signIn({ token })) });

  beforeAll(async () => {
    gateway = await startTestGateway({ env: { AUTH_TOKEN: token } });
  });
  afterAll(() => gateway.close());

  const everything = async () => {
    const { id } = ((await gateway.request('POST', apiPaths.applications, newApplication(), bearer)) as { body: Application }).body;
    const { paths } = (await (await get(apiPaths.openapi, bearer)).json()) as { paths: Record<string, object> };
    const described = Object.keys(paths).map((path) => path.replace(/\{[^}]+\}/g, id));
    return [
      ...described,
      apiPaths.openapi,
      apiPaths.docs,
      '/api/docs-json',
      '/queues',
      '/queues/',
      '/queues/api/queues',
      '/queues/static/js/main.js',
      '/metrics',
      '/',
      pagePaths.application(id),
      '/assets/x.js',
      '/favicon.svg',
      '/nothing',
      '/API/health/live',
      '//api/health/live',
      '/api/health/live/',
      '/api/health/live/x',
      '/login/x',
      '/Login',
      '/api/applications/..%2fhealth%2flive',
      '/api/health/../applications',
    ];
  };

  it('answers nothing but health and the login page without it', async () => {
    for (const path of await everything()) {
      const response = await get(path);
      const isOpen = path === apiPaths.healthLive || path === apiPaths.healthReady;
      expect([path, response.status]).toEqual([path, isOpen ? 200 : 401]);
      if (isOpen) continue;
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Coverwright"');
      expect(await response.json()).toMatchObject({ code: 'UNAUTHORIZED' });
    }
    const page = await get(apiPaths.login);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await page.text()).not.toContain(token);
  });

  it('answers everything with it, by header and by cookie', async () => {
    const cookie = await signedIn();
    for (const path of (await everything()).filter((name) => !name.endsWith('/events'))) {
      expect([path, (await get(path, bearer)).status === 401]).toEqual([path, false]);
      expect([path, (await get(path, cookie)).status === 401]).toEqual([path, false]);
    }
  });

  it('opens event streams to the cookie, because an EventSource sends no headers', async () => {
    const { id } = ((await gateway.request('POST', apiPaths.applications, newApplication(), bearer)) as { body: Application }).body;
    for (const headers of [await signedIn(), bearer]) {
      const stop = new AbortController();
      const response = await fetch(gateway.origin + apiPaths.applicationEvents(id), { headers, signal: stop.signal });
      expect(response.headers.get('content-type')).toContain('text/event-stream');
      stop.abort();
    }
  });

  it('leads a person who wants a page to the login page and, with the token, on to that page', async () => {
    const wanted = '/applications/some?x=1&y=2';
    const asked = await navigate(wanted);
    const login = `/login?next=${encodeURIComponent(wanted)}`;
    expect([asked.status, asked.head]).toEqual([303, expect.stringContaining(`\r\nLocation: ${login}\r\n`)]);
    expect((await navigate(login)).body).toContain('value="/applications/some?x=1&#38;y=2"');
    const done = await signIn({ token, next: wanted });
    expect([done.status, done.headers.get('location')]).toEqual([303, wanted]);
    expect(done.headers.get('set-cookie')).toMatch(
      /^coverwright_session=\d+\.[\w-]+\.[\w-]+; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
    );
    expect(done.headers.get('set-cookie')).not.toContain(token);
    expect((await navigate(wanted, [`Cookie: ${cookieOf(done)}`])).status).not.toBe(303);
  });

  it('goes nowhere else after the token', async () => {
    for (const next of ['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
      expect((await signIn({ token, next })).headers.get('location')).toBe('/');
    }
  });

  it('keeps the cookie to TLS where a proxy says that there is TLS', async () => {
    expect((await signIn({ token }, { 'x-forwarded-proto': 'https' })).headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  it('asks again from its own page when a link elsewhere was followed, for then the cookie stays behind', async () => {
    const followed = await navigate('/applications/x', ['Sec-Fetch-Site: cross-site']);
    expect(followed.status).toBe(200);
    expect(followed.body).toContain('<meta http-equiv="refresh" content="0;url=/applications/x">');
    expect((await navigate('/applications/x', ['Sec-Fetch-Site: same-origin'])).status).toBe(303);
  });

  it('does nothing that another site asks for, cookie or not', async () => {
    const cookie = await signedIn();
    const body = JSON.stringify(newApplication({ company_name: 'Forged' }));
    const forged = { ...cookie, 'content-type': 'application/json', origin: 'https://evil.example' };
    expect((await gateway.raw('POST', apiPaths.applications, forged, body)).status).toBe(403);
    expect(
      (
        await gateway.raw(
          'POST',
          apiPaths.login,
          { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
          `token=${token}`,
        )
      ).status,
    ).toBe(403);
    const own = { ...cookie, 'content-type': 'application/json', origin: gateway.origin };
    expect((await gateway.raw('POST', apiPaths.applications, own, body)).status).toBe(201);
  });

  it('takes the cookie away on the way out', async () => {
    const out = await fetch(gateway.origin + apiPaths.logout, { method: 'POST', redirect: 'manual', headers: await signedIn() });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/login']);
    expect(out.headers.get('set-cookie')).toMatch(/^coverwright_session=; Path=\/; Max-Age=0; HttpOnly/);
  });

  it('says to the page that there is something to sign out of', async () => {
    expect(await (await get(apiPaths.session, bearer)).json()).toEqual({ login: 'token' });
  });

  it('describes the token in OpenAPI', async () => {
    expect(await (await get(apiPaths.openapi, bearer)).json()).toMatchObject({
      security: [{ bearer: [] }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    });
  });

  it('knows its cookies after a restart', async () => {
    const cookie = await signedIn();
    await gateway.close();
    gateway = await startTestGateway({ env: { AUTH_TOKEN: token } });
    expect((await get(apiPaths.applications, cookie)).status).toBe(200);
  });

  it('says that a token is wrong and, after ten of them, hears no more; who is in stays in', async () => {
    const cookie = await signedIn();
    expect((await signIn({ token: '' })).status).toBe(400);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const wrong = await signIn({ token: `wrong ${attempt}`, next: '/resume' });
      expect(wrong.status).toBe(401);
      expect(await wrong.text()).toMatch(/role="alert"[^]*not the token[^]*value="\/resume"/);
    }
    const limited = await signIn({ token });
    expect([limited.status, Number(limited.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect(await limited.text()).toContain('Too many wrong tokens. Try again in 15 minutes.');
    expect((await get(apiPaths.applications, bearer)).status).toBe(429);
    expect((await get(apiPaths.applications, cookie)).status).toBe(200);
    expect((await get(apiPaths.healthLive)).status).toBe(200);
  });
});
