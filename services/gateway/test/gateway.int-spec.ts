import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiPaths, type Application, type ListOf, type Message, type Orchestration } from '@coverwright/contracts';
import type { Run } from '@coverwright/server';
import { databaseKinds, newApplication, newNote, newVersion, startLine, type Line } from '@coverwright/testing';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

/** Recipes that do as little as possible, so that what is tested is the way between HTTP, database, queue and events. */
const research = async (run: Run) => {
  await run.addNote(newNote());
  await run.finishResearch({ notes_added: 1, notes_total: 1 }, []);
};
const write = async (run: Run) => {
  await run.finishWithDocument(newVersion(run.job.application_id, { job_id: run.job.id }), 1);
};

describe.each(databaseKinds)('the gateway (%s)', (kind) => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startTestGateway({ database: kind });
  });
  afterAll(() => gateway.close());

  const create = async (fields = {}) => (await gateway.request<Application>('POST', apiPaths.applications, newApplication(fields))).body;

  describe('applications', () => {
    it('keep text exactly as it was sent', async () => {
      const company_name = '  Ünïcode & <b>Söhne</b> \u202e 😀 ';
      const { id } = await create({ company_name });
      expect((await gateway.request<Application>('GET', apiPaths.application(id))).body.company_name).toBe(company_name);
    });

    it.each([
      [{ company_name: ' ', job_title: 'x' }, 'company_name'],
      [{ company_name: 'a\u0000b', job_title: 'x' }, 'company_name'],
      [{ company_name: 'x', job_title: 'x', job_url: 'javascript:alert(1)' }, 'job_url'],
      [{ company_name: 'x', job_title: 'x', salary: 1 }, ''],
      [[], ''],
    ])('refuse %j and say where it is wrong', async (body, path) => {
      const { status, body: problem } = await gateway.request<{ code: string; errors: { path: string }[] }>(
        'POST',
        apiPaths.applications,
        body,
      );
      expect([status, problem.code]).toEqual([400, 'VALIDATION_FAILED']);
      expect(problem.errors.map((error) => error.path)).toContain(path);
    });

    it('are listed with the latest activity first, found by text and paged', async () => {
      const first = await create({ company_name: 'Zeta Paging 100%_a' });
      const second = await create({ company_name: 'Zeta Paging b' });
      await gateway.request('PATCH', apiPaths.application(first.id), { status: 'ghosted' });
      const page = (await gateway.request<ListOf<Application>>('GET', `${apiPaths.applications}?q=zeta&limit=1`)).body;
      expect(page.items.map((item) => item.id)).toEqual([first.id]);
      const next = (await gateway.request<ListOf<Application>>('GET', `${apiPaths.applications}?q=zeta&limit=1&cursor=${page.next_cursor}`))
        .body;
      expect(next).toMatchObject({ items: [{ id: second.id }], next_cursor: null });
      expect(
        (await gateway.request<ListOf<Application>>('GET', `${apiPaths.applications}?q=${encodeURIComponent('100%_')}`)).body.items,
      ).toHaveLength(1);
    });

    it('are sorted by their letters, page after page, and counted by status', async () => {
      const names = ['sorted C', 'Sorted a', 'sorted Über', 'Sorted b', 'sorted über'];
      for (const company_name of names) await create({ company_name, status: 'to be sorted' });
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const query: URLSearchParams = new URLSearchParams({
          q: 'sorted',
          sort: 'company',
          limit: '2',
          ...(cursor === '' ? {} : { cursor }),
        });
        const { body }: { body: ListOf<Application> } = await gateway.request('GET', `${apiPaths.applications}?${query.toString()}`);
        seen.push(...body.items.map((item) => item.company_name));
        cursor = body.next_cursor;
      }
      expect(seen.slice(0, 3)).toEqual(['Sorted a', 'Sorted b', 'sorted C']);
      expect(seen.toSorted()).toEqual(names.toSorted());
      const { body } = await gateway.request<ListOf<object>>('GET', apiPaths.applicationStatuses);
      expect(body.items).toContainEqual({ status: 'to be sorted', count: 5 });
    });

    it('answer 404 with the problem type for an unknown id, whatever it looks like', async () => {
      for (const id of ['nope', '00000000-0000-7000-8000-000000000000', '%2e%2e%2fetc']) {
        const answer = await gateway.request<{ code: string }>('GET', apiPaths.application(id));
        expect([answer.status, answer.body.code, answer.contentType]).toEqual([
          404,
          'NOT_FOUND',
          'application/problem+json; charset=utf-8',
        ]);
      }
    });
  });

  it('refuses broken JSON, other media types, foreign hosts and other sites', async () => {
    const post = (headers: Record<string, string>, body: string) => gateway.raw('POST', apiPaths.applications, headers, body);
    expect(await post({ 'content-type': 'application/json' }, '{"a":')).toMatchObject({ status: 400, body: { code: 'BAD_JSON' } });
    expect(await post({ 'content-type': 'text/plain' }, '{}')).toMatchObject({ status: 415 });
    expect(await post({ 'content-type': 'application/json', host: 'evil.example' }, '{}')).toMatchObject({ status: 421 });
    expect(await post({ 'content-type': 'application/json', origin: 'https://evil.example' }, '{}')).toMatchObject({ status: 403 });
    expect(
      await post({ 'content-type': 'application/json' }, JSON.stringify({ company_name: 'x'.repeat(1_100_000), job_title: 'x' })),
    ).toMatchObject({ status: 413 });
  });

  it('describes itself in OpenAPI 3.1 from the schemas that validate', async () => {
    const { body } = await gateway.request<{ openapi: string; paths: Record<string, unknown> }>('GET', apiPaths.openapi);
    expect(body.openapi).toMatch(/^3\.1/);
    expect(JSON.stringify(body.paths['/api/applications/{id}/orchestrate'])).toContain('research_then_write');
  });

  describe('a run', () => {
    let line: Line;

    beforeAll(async () => {
      line = await startLine(gateway.parts, { research, write });
    });
    afterAll(() => line.close());

    const ended = async (jobId: string): Promise<Orchestration> => {
      const events = gateway.events(apiPaths.orchestrationEvents(jobId));
      return (await events.until((event) => ['success', 'failure', 'cancelled'].includes((event.data as Orchestration).status)))
        .data as Orchestration;
    };
    const orchestrate = (id: string, body: unknown, headers = {}) =>
      gateway.request<{ job_id: string; code: string }>('POST', apiPaths.orchestrate(id), body, headers);

    it('goes from pending over researching and writing to success, and every event has an id', async () => {
      const { id } = await create();
      const events = gateway.events(apiPaths.applicationEvents(id));
      expect((await events.next()).event).toBe('snapshot');
      const { status, body } = await orchestrate(id, { action: 'research_then_write' });
      expect(status).toBe(202);
      await events.until((event) => event.event === 'job' && (event.data as Orchestration).status === 'success');
      const jobs = events.seen.filter((event) => event.event === 'job').map((event) => event.data as Orchestration);
      expect(jobs[0]).toMatchObject({ job_id: body.job_id, status: 'pending', stage: 'queued' });
      expect([...new Set(jobs.map((job) => job.stage))]).toEqual(['queued', 'researching', 'writing', 'done']);
      expect(events.seen.map((event) => event.event)).toEqual(expect.arrayContaining(['note', 'document']));
      expect(events.seen.every((event) => /^\d+-\d+$/.test(event.id))).toBe(true);
    });

    it('is caught up on after a broken connection, from the last id', async () => {
      const { id } = await create();
      const first = gateway.events(apiPaths.applicationEvents(id));
      await first.next();
      await ended((await orchestrate(id, { action: 'write_only' })).body.job_id);
      await first.until((event) => event.event === 'document');
      const [snapshot, job, ...later] = first.seen;
      const second = gateway.events(apiPaths.applicationEvents(id), job?.id);
      const replayed = [];
      for (const _ of later) replayed.push(await second.next());
      expect(replayed.map((event) => event.id)).toEqual(later.map((event) => event.id));
      expect(snapshot?.event).toBe('snapshot');
      const third = gateway.events(apiPaths.applicationEvents(id), '1-1');
      expect((await third.next()).event).toBe('snapshot');
    });

    it('is one run for a double click and for the same key', async () => {
      const { id } = await create();
      const answers = await Promise.all([1, 2, 3].map(() => orchestrate(id, { action: 'write_only' }, { 'idempotency-key': 'k' })));
      expect(new Set(answers.map((answer) => answer.body.job_id)).size).toBe(1);
      await ended(answers[0]?.body.job_id ?? '');
      expect((await orchestrate(id, { action: 'write_only' }, { 'idempotency-key': 'k' })).body.job_id).toBe(answers[0]?.body.job_id);
    });

    it('asked for in the chat is acknowledged at once and announced with its document', async () => {
      const { id } = await create();
      const events = gateway.events(apiPaths.applicationEvents(id));
      const { status, body } = await gateway.request<{ reply_id: string; job_id: string }>('POST', apiPaths.messages(id), {
        content: 'Research this company and then draft a cover letter',
      });
      expect(status).toBe(202);
      const announced = await events.until((event) => event.event === 'message' && (event.data as Message).document_id !== null);
      expect(announced.data).toMatchObject({ role: 'assistant', status: 'complete', job_id: body.job_id });
      const { items } = (await gateway.request<ListOf<Message>>('GET', apiPaths.messages(id))).body;
      expect(items.map((message) => message.role)).toEqual(['user', 'assistant', 'assistant']);
      expect(items[1]).toMatchObject({ id: body.reply_id, content: 'Starting research and drafting. I will update you when done.' });
    });

    it('leaves nothing behind when its application is deleted', async () => {
      const { id } = await create();
      const { job_id } = (await orchestrate(id, { action: 'write_only' })).body;
      await ended(job_id);
      expect((await gateway.request('DELETE', apiPaths.application(id))).status).toBe(204);
      for (const path of [
        apiPaths.application(id),
        apiPaths.orchestration(job_id),
        apiPaths.applicationDocuments(id),
        apiPaths.researchNotes(id),
        apiPaths.applicationEvents(id),
      ]) {
        expect((await gateway.request('GET', path)).status).toBe(404);
      }
    });
  });

  describe('a run that nobody works on', () => {
    it('refuses another request with the id of the open run, and is gone after cancel', async () => {
      const { id } = await create();
      const first = (await gateway.request<{ job_id: string }>('POST', apiPaths.orchestrate(id), { action: 'research_only' })).body;
      const other = await gateway.request<{ code: string; job_id: string }>('POST', apiPaths.orchestrate(id), { action: 'write_only' });
      expect(other).toMatchObject({ status: 409, body: { code: 'JOB_ACTIVE', job_id: first.job_id } });
      expect(await gateway.request('POST', apiPaths.cancel(first.job_id))).toMatchObject({ status: 202, body: { status: 'cancelled' } });
      expect(await gateway.request('POST', apiPaths.cancel(first.job_id))).toMatchObject({ status: 409 });
      expect(await gateway.request('POST', apiPaths.retry(first.job_id))).toMatchObject({ status: 202, body: { status: 'pending' } });
    });

    it('says that the resume is missing and keeps the one that is put', async () => {
      expect((await gateway.request<{ content: null }>('GET', apiPaths.resume)).body.content).toBeNull();
      await gateway.request('PUT', apiPaths.resume, { content: '# Ada\n' });
      expect((await gateway.request<{ content: string }>('GET', apiPaths.resume)).body.content).toBe('# Ada\n');
    });
  });
});
