import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { apiPaths, type Application, type ImportAnswer, type ListOf, type Problem } from '@coverwright/contracts';
import { ErrandWorker, readSettings } from '@coverwright/server';
import { startLocalSite, type LocalHandler, type LocalPage, type LocalSite } from '@coverwright/testing';
import { startTestGateway, type TestGateway } from '../services/gateway/test/test-gateway.ts';
import { PageTools } from '../services/researcher/src/page-tools.ts';
import { ImportRecipe } from '../services/researcher/src/posting/import.recipe.ts';

const description = `<p>You will design seals for hospital pumps.</p><ul><li>Test them</li></ul>${'<p>More about the work.</p>'.repeat(10)}`;
const job = {
  '@type': 'JobPosting',
  title: 'Pump Engineer',
  hiringOrganization: { name: 'Fernhill Optics' },
  jobLocation: { address: { addressLocality: 'Jena', addressCountry: 'DE' } },
  jobLocationType: 'TELECOMMUTE',
  employmentType: 'FULL_TIME',
  baseSalary: { currency: 'EUR', value: { minValue: 60000, maxValue: 70000, unitText: 'YEAR' } },
  description,
};
const page = (value: unknown): LocalPage => ({
  body: `<title>Jobs</title><script type="application/ld+json">${JSON.stringify(value)}</script>`,
});
const notice = (text: string): LocalPage => ({ body: `<title>Jobs</title><p>${text}</p>` });

/** The way of an import: HTTP, gateway, Redis, the researcher's recipe, a site on loopback, and back. */
describe('POST /applications/import', () => {
  let gateway: TestGateway;
  let site: LocalSite;
  let tools: PageTools;
  const pages: Record<string, LocalPage | LocalHandler> = {
    '/jobs/1': page(job),
    '/jobs/anonymous': page({ ...job, hiringOrganization: undefined }),
    '/jobs/closed': page(job),
    '/jobs/gone': notice('This position has been filled.'),
    '/jobs/login': { body: '<title>Sign in</title><input type="password">' },
    '/jobs/shell': { body: '<title>Jobs</title><div id="app"></div><script src="/a.js"></script>' },
    '/about': notice('Fernhill Optics grinds lenses.'),
    '/robots.txt': { body: 'User-agent: *\nDisallow: /jobs/closed', headers: { 'content-type': 'text/plain' } },
  };
  let worker: ErrandWorker<'import'> | null = null;

  beforeAll(async () => {
    gateway = await startTestGateway();
    site = await startLocalSite(pages);
    tools = new PageTools(gateway.parts.logger);
  });
  beforeEach(() => startResearcher());
  afterEach(() => stopResearcher());
  afterAll(async () => {
    await gateway.close();
    tools.onApplicationShutdown();
    await site.close();
  });

  const startResearcher = async () => {
    const recipe = new ImportRecipe(readSettings({ RESEARCH_ALLOW_PRIVATE: site.host }), tools);
    const { redisUrl, cancels, logger } = gateway.parts;
    worker = new ErrandWorker('import', recipe.run, { redisUrl, cancels, logger, concurrency: 2 });
    await worker.ready();
  };
  const stopResearcher = async () => {
    await worker?.drain();
    worker = null;
  };
  const importUrl = <T = ImportAnswer>(url: string) => gateway.request<T>('POST', apiPaths.importApplication, { url });
  const applications = async () => (await gateway.request<ListOf<Application>>('GET', apiPaths.applications)).body.items;

  it('creates the application that the page describes and says what it does not say', async () => {
    const url = `${site.url}/jobs/1?utm_source=mail#apply`;
    const { status, body } = await importUrl(url);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      company_name: 'Fernhill Optics',
      job_title: 'Pump Engineer',
      location: 'Jena, DE',
      remote: 'remote',
      employment_type: 'full-time',
      salary: 'EUR 60,000–70,000 per year',
      job_url: url,
      company_url: null,
      status: 'saved',
      missing: ['company_url'],
    });
    expect(body.job_description).toMatch(/^You will design seals for hospital pumps\.\n\n• Test them\n\n/);
    const read = (await gateway.request<Application>('GET', apiPaths.application(body.id))).body;
    expect({ ...read, missing: body.missing }).toEqual(body);
  });

  it('lets a person put right and fill in what was read', async () => {
    const { body } = await importUrl(`${site.url}/jobs/anonymous`);
    expect(body).toMatchObject({ company_name: '127.0.0.1', missing: ['company_name', 'company_url'] });
    const fields = { company_name: 'Fernhill Optics', remote: 'two days a week', employment_type: null, salary: '€ 65,000' };
    const patched = await gateway.request<Application>('PATCH', apiPaths.application(body.id), fields);
    expect(patched).toMatchObject({ status: 200, body: fields });
  });

  it.each([
    ['/jobs/gone', 'POSTING_NOT_FOUND', /is gone; the page says: “This position has been filled\.”/],
    ['/jobs/login', 'POSTING_NOT_FOUND', /log in/],
    ['/jobs/shell', 'POSTING_NOT_FOUND', /JavaScript/],
    ['/about', 'POSTING_NOT_FOUND', /does not read like a job posting/],
    ['/jobs/nowhere', 'URL_UNREACHABLE', /does not exist/],
    ['/jobs/closed', 'URL_REFUSED', /robots\.txt/],
  ])('answers 422 for %s and creates nothing', async (path, code, detail) => {
    const before = await applications();
    const { status, contentType, body } = await importUrl<Problem>(site.url + path);
    expect([status, body.code, contentType]).toEqual([422, code, 'application/problem+json; charset=utf-8']);
    expect(body.detail).toMatch(detail);
    expect(body.detail).toContain('paste it into a new application');
    expect(await applications()).toEqual(before);
  });

  it.each([
    'ftp://fernhill.example/job',
    'pump engineer',
    'javascript:alert(1)',
    'http://127.0.0.1:1/x',
    'http://[::1]/x',
    'http://10.0.0.1/',
  ])('refuses %s', async (url) => {
    expect(await importUrl<Problem>(url)).toMatchObject({ status: 422, body: { code: 'URL_REFUSED' } });
  });

  it.each([{}, { url: '' }, { url: 1 }, { url: 'https://fernhill.example', company_name: 'x' }])('finds %j not valid', async (body) => {
    const answer = await gateway.request<Problem>('POST', apiPaths.importApplication, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  it('says that a site cannot be reached', async () => {
    const closed = await startLocalSite({});
    await closed.close();
    await stopResearcher();
    const recipe = new ImportRecipe(readSettings({ RESEARCH_ALLOW_PRIVATE: closed.host }), tools);
    worker = new ErrandWorker('import', recipe.run, { ...gateway.parts, concurrency: 1 });
    const { status, body } = await importUrl<Problem>(`${closed.url}/jobs/1`);
    expect([status, body.code]).toEqual([422, 'URL_UNREACHABLE']);
  });

  it('goes on with another researcher when the first one is stopped in the middle', async () => {
    const asked = Promise.withResolvers<void>();
    pages['/jobs/slow'] = () => asked.resolve();
    const answer = importUrl(`${site.url}/jobs/slow`);
    await asked.promise;
    pages['/jobs/slow'] = page(job);
    await stopResearcher();
    await startResearcher();
    expect(await answer).toMatchObject({ status: 201, body: { job_title: 'Pump Engineer' } });
  });

  it('stops reading and creates nothing when the client goes away', async () => {
    const before = await applications();
    const asked = Promise.withResolvers<void>();
    const broken = Promise.withResolvers<void>();
    pages['/jobs/held'] = (incoming) => {
      asked.resolve();
      incoming.socket.once('close', () => broken.resolve());
    };
    const leave = gateway.open('POST', apiPaths.importApplication, { url: `${site.url}/jobs/held` });
    await asked.promise;
    leave();
    await broken.promise;
    expect(await applications()).toEqual(before);
  });

  it('is described in OpenAPI', async () => {
    const { body } = await gateway.request<{ paths: Record<string, unknown> }>('GET', apiPaths.openapi);
    expect(JSON.stringify(body.paths[apiPaths.importApplication])).toContain('missing');
  });

  it('shows its queue beside the others', async () => {
    const { body } = await gateway.request<{ queue: { queues: { name: string }[] } }>('GET', apiPaths.system);
    expect(body.queue.queues.map(({ name }) => name)).toEqual(['research', 'write', 'import']);
  });
});
