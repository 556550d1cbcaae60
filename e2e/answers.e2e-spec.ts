import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { apiPaths, problemSchema, type ErrorCode } from '@coverwright/contracts';
import type { Answer } from './api.ts';
import { useWorld } from './use-world.ts';

const nobody = '00000000-0000-7000-8000-000000000000';

test.describe('answers of the product', () => {
  const world = useWorld(() => ({ model: {} }));

  // First, while there is no resume yet.
  test('fails a run without a resume with a hint, and finishes it when there is one', async () => {
    const { api, site } = world();
    const application = await api.createApplication();
    const jobId = await api.start(application.id, { action: 'research_then_write', url: `${site.url}/about` });
    const failed = await api.finished(jobId);
    expect(failed).toMatchObject({ status: 'failure', stage: 'done', error: { code: 'RESUME_MISSING' } });
    expect(failed.error?.hint).toContain('PUT /api/resume');
    expect(failed.error?.hint).toContain('content/resume/base_resume.md');

    await api.useSampleResume();
    const asked = site.requests.length;
    expect(['pending', 'running', 'success']).toContain((await api.retry(jobId)).status);
    expect(await api.finished(jobId)).toMatchObject({ status: 'success', error: null, result: { version: 1 } });
    // From the last finished step: the pages were read once.
    expect(site.requests.length).toBe(asked);
  });

  test('fails a run whose page is not there, and finishes it when it is', async () => {
    const { api, site } = world();
    await api.useSampleResume();
    const application = await api.createApplication();
    const jobId = await api.start(application.id, { action: 'research_then_write', url: `${site.url}/launched-later` });
    const failed = await api.finished(jobId);
    expect(failed).toMatchObject({ status: 'failure', error: { code: 'RESEARCH_FAILED' } });
    expect(failed.error?.message).toContain('/launched-later');
    expect(await api.documents(application.id)).toEqual([]);

    site.pages['/launched-later'] = {
      body: '<h1>Launched</h1><p>Harrow &amp; Finch opened an office in Leeds for its timetable team.</p>',
    };
    await api.retry(jobId);
    expect(await api.finished(jobId)).toMatchObject({ status: 'success', result: { version: 1 } });
  });

  test('says in one shape what is not there and what is not valid', async () => {
    const { api } = world();
    const application = await api.createApplication();
    const missing = [
      apiPaths.application(nobody),
      apiPaths.orchestration(nobody),
      apiPaths.document(nobody),
      apiPaths.application('no-id'),
    ];
    const streams = [apiPaths.applicationEvents(nobody), apiPaths.orchestrationEvents(nobody), '/api/no-such-thing'];
    for (const path of [...missing, ...streams]) expectProblem(await api.send('GET', path), 404, 'NOT_FOUND');
    expectProblem(await api.send('POST', apiPaths.orchestrate(nobody), { action: 'write_only' }), 404, 'NOT_FOUND');

    const broken = await fetch(api.url + apiPaths.applications, {
      method: 'POST',
      body: '{"company_name": "Har',
      headers: { 'content-type': 'application/json' },
    });
    expectProblem(await read(broken), 400, 'BAD_JSON');
    expectProblem(await api.send('POST', apiPaths.applications, { company_name: ' ', job_title: 'x' }), 400, 'VALIDATION_FAILED');
    const unknownField = await api.send('POST', apiPaths.orchestrate(application.id), { action: 'write_only', colour: 'green' });
    expectProblem(unknownField, 400, 'VALIDATION_FAILED');
    expect((await api.send('GET', apiPaths.applicationOrchestrations(application.id))).body).toMatchObject({ items: [] });
  });

  test('takes a double click as one run and refuses another one meanwhile', async () => {
    const { api, site } = world();
    await api.useSampleResume();
    const application = await api.createApplication();
    const page = site.hold('/careers');
    const request = { action: 'research_then_write', url: `${site.url}/careers` } as const;
    const [first, second] = await Promise.all([api.start(application.id, request), api.start(application.id, request)]);
    expect(second).toBe(first);
    await page.asked;

    const other = await api.send('POST', apiPaths.orchestrate(application.id), { action: 'write_only' });
    expectProblem(other, 409, 'JOB_ACTIVE');
    expect(other.body).toMatchObject({ job_id: first });
    page.release();
    expect(await api.finished(first)).toMatchObject({ status: 'success' });
    expect(await api.documents(application.id)).toHaveLength(1);
  });

  test('deletes an application with everything it owns, in the middle of a run', async () => {
    const { api, site, stack } = world();
    await api.useSampleResume();
    const application = await api.createApplication();
    const done = await api.start(application.id, { action: 'research_then_write', url: `${site.url}/about` });
    await api.finished(done);
    const [row] = await api.documents(application.id);
    const [note] = await api.notes(application.id);
    const folder = join(stack.contentDir, 'applications', application.id);
    expect(existsSync(folder)).toBe(true);

    const page = site.hold('/careers');
    const held = await api.start(application.id, { action: 'research_then_write', url: `${site.url}/careers` });
    await page.asked;
    expect(await api.send('DELETE', apiPaths.application(application.id))).toMatchObject({ status: 204 });
    page.release();

    expect(existsSync(folder)).toBe(false);
    const gone = [
      apiPaths.application(application.id),
      apiPaths.applicationDocuments(application.id),
      apiPaths.researchNotes(application.id),
      apiPaths.messages(application.id),
      apiPaths.document(row?.id ?? ''),
      apiPaths.documentFile(row?.id ?? '', 'md'),
      apiPaths.orchestration(done),
      apiPaths.orchestration(held),
    ];
    for (const path of gone) expectProblem(await api.send('GET', path), 404, 'NOT_FOUND');
    expectProblem(await api.send('PATCH', apiPaths.researchNote(note?.id ?? ''), { pinned: true }), 404, 'NOT_FOUND');
    expectProblem(await api.send('POST', apiPaths.cancel(held)), 404, 'NOT_FOUND');
    expect((await api.send('GET', apiPaths.applications)).body).not.toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: application.id })]),
    });
  });
});

test.describe('a model that stops in the middle', () => {
  const world = useWorld(() => ({ model: { models: ['stall:latest'] } }));

  test('is left at once when the run is cancelled', async () => {
    const { api, stub } = world();
    await api.useSampleResume();
    const application = await api.createApplication();
    const jobId = await api.start(application.id, { action: 'write_only' });
    await stub.until((requests) => requests.some(({ phase }) => phase === 'streaming'));

    const before = Date.now();
    expect(await api.cancel(jobId)).toMatchObject({ status: 'cancelled', stage: 'done' });
    await stub.until((requests) => requests.some(({ disconnected }) => disconnected === 'streaming'));
    expect(Date.now() - before).toBeLessThan(2000);
    expect(await api.run(jobId)).toMatchObject({ status: 'cancelled', result: null });
    expect(await api.documents(application.id)).toEqual([]);
    expectProblem(await api.send('POST', apiPaths.cancel(jobId)), 409, 'JOB_NOT_CANCELLABLE');
  });
});

function expectProblem(answer: Answer, status: number, code: ErrorCode): void {
  expect(answer).toMatchObject({ status, type: expect.stringContaining('application/problem+json') });
  expect(problemSchema.parse(answer.body)).toMatchObject({ status, code });
}

async function read(response: Response): Promise<Answer> {
  return { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.json() };
}
