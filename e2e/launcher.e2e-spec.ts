import { expect, test } from '@playwright/test';
import { apiPaths } from '@coverwright/contracts';
import { RunningProcess } from './run-process.ts';
import { inFolder, stackEnvironment, startStack, untilNoneLeft } from './stack.ts';
import { useWorld } from './use-world.ts';
import type { World } from './world.ts';

test.describe('what dies comes back', () => {
  const world = useWorld(() => ({ model: { slots: 1 } }));

  test('a run goes on while the gateway and Redis are killed', async () => {
    const { api, site, stack } = world();
    await api.useSampleResume();
    const application = await api.createApplication();
    const page = site.hold('/about');
    const jobId = await api.start(application.id, { action: 'research_then_write', url: `${site.url}/about` });
    await page.asked;
    await stack.killAndAwait('gateway');
    await stack.killAndAwait('Redis');
    page.release();
    expect(await api.finished(jobId)).toMatchObject({ status: 'success', result: { version: 1 } });

    const next = await api.start(application.id, { action: 'research_then_write', url: `${site.url}/careers` });
    expect(await api.finished(next)).toMatchObject({ status: 'success', result: { version: 2 } });
    expect(await api.documents(application.id)).toHaveLength(2);
  });

  test('a run goes on after the researcher that held it is killed', async () => {
    const { api, site, stack } = world();
    await api.useSampleResume();
    const application = await api.createApplication();
    const page = site.hold('/about');
    const jobId = await api.start(application.id, { action: 'research_then_write', url: `${site.url}/about` });
    await page.asked;
    await stack.killAndAwait('researcher');
    page.release();
    await expectOneLetter(world(), application.id, jobId);
  });

  test('a posting is imported although the researcher and Redis are killed meanwhile', async () => {
    const { api, site, stack } = world();
    const posting = { '@type': 'JobPosting', title: 'Tram Planner', hiringOrganization: 'Harrow & Finch', description: 'Plan trams.' };
    const served = { body: `<script type="application/ld+json">${JSON.stringify(posting)}</script>` };
    const page = site.hold('/jobs/1');
    const imported = api.send('POST', apiPaths.importApplication, { url: `${site.url}/jobs/1` });
    await page.asked;
    await stack.killAndAwait('researcher');
    await stack.killAndAwait('Redis');
    site.pages['/jobs/1'] = served;
    expect(await imported).toMatchObject({ status: 201, body: { company_name: 'Harrow & Finch', job_title: 'Tram Planner' } });
  });

  test('a run goes on after the writer that held it is killed', async () => {
    const { api, stack } = world();
    await api.useSampleResume();
    const application = await api.createApplication();
    const busy = await occupyModel(world());
    const jobId = await api.start(application.id, { action: 'write_only' });
    await busy.untilQueued();
    await stack.killAndAwait('writer');
    busy.release();
    await expectOneLetter(world(), application.id, jobId);
  });
});

for (const held of ['researcher', 'writer'] as const) {
  // A fresh stack each: a worker that has just taken its first job still waits for another one when it is asked to end.
  test.describe(`the end of the product while the ${held} works`, () => {
    const world = useWorld(() => ({ model: { slots: 1 } }));

    test('hands the run back, and the next start finishes it', async () => {
      const { api, site, stack } = world();
      await api.useSampleResume();
      const application = await api.createApplication();
      const page = site.hold('/about');
      const busy = await occupyModel(world());
      if (held === 'writer') page.release();
      const jobId = await api.start(application.id, { action: 'research_then_write', url: `${site.url}/about` });
      await (held === 'writer' ? busy.untilQueued() : page.asked);

      const before = Date.now();
      expect(await stack.end()).toEqual({ code: 0, signal: null });
      expect(Date.now() - before).toBeLessThanOrEqual(10_000);
      await untilNoneLeft(stack.folder);
      page.release();
      busy.release();

      await world().restart();
      await expectOneLetter(world(), application.id, jobId);
      // Once before the end and once after it: what was handed back is not taken again by the worker that gave it.
      expect((await world().api.run(jobId)).attempts).toBe(2);
    });
  });
}

test.describe('the launcher', () => {
  test('leaves nothing running when it is killed, and starts again on the same data', () =>
    inFolder(async (folder) => {
      const killed = await startStack({ folder });
      const commands = killed.processes().map(({ command }) => command);
      for (const name of [/coverwright-gateway/, /coverwright-researcher/, /coverwright-writer/, /(redis|valkey)-server/]) {
        expect(commands).toContainEqual(expect.stringMatching(name));
      }
      killed.launcher.child.kill('SIGKILL');
      await untilNoneLeft(folder);

      const again = await startStack({ folder });
      expect(await again.end()).toEqual({ code: 0, signal: null });
    }));

  test('refuses a port or a data folder that is taken, in a message and with an exit code', () =>
    inFolder(async (folder) => {
      const first = await startStack({ folder });
      const port = new URL(first.url).port;
      await inFolder(async (other) => {
        const samePort = new RunningProcess('tools/start.ts', [], { ...stackEnvironment(other), PORT: port });
        expect((await samePort.ended).code).toBe(1);
        expect(samePort.stderr.join('\n')).toContain(`Port ${port} is already in use`);
        expectShort(samePort);
      });
      const sameFolder = new RunningProcess('tools/start.ts', [], stackEnvironment(folder));
      expect((await sameFolder.ended).code).toBe(1);
      expect(sameFolder.stderr.join('\n')).toContain('already works with the data folder');
      expectShort(sameFolder);

      expect((await fetch(`${first.url}/api/health/ready`)).status).toBe(200);
      expect(await first.end()).toEqual({ code: 0, signal: null });
    }));
});

function expectShort({ lines }: RunningProcess): void {
  expect(lines.length).toBeLessThanOrEqual(3);
  expect(lines.join('\n')).not.toMatch(/^\s+at /m);
}

async function expectOneLetter({ api }: World, applicationId: string, jobId: string): Promise<void> {
  expect(await api.finished(jobId)).toMatchObject({ status: 'success', result: { version: 1 } });
  expect(await api.documents(applicationId)).toMatchObject([{ version: 1, job_id: jobId }]);
}

/** Takes the model's only place with a call of its own that never ends, so that the product's calls wait in line. */
async function occupyModel({ stub }: World): Promise<{ untilQueued: () => Promise<void>; release: () => void }> {
  const seen = stub.requests.length;
  const caller = new AbortController();
  const body = JSON.stringify({ model: 'stall:latest', messages: [{ role: 'user', content: 'Write a cover letter.' }] });
  const answer = await fetch(`${stub.url}/api/chat`, { method: 'POST', body, signal: caller.signal });
  return {
    untilQueued: () =>
      stub.until((requests) => requests.slice(seen).some(({ phase, disconnected }) => phase === 'queued' && disconnected === null)),
    release: () => {
      caller.abort();
      answer.body?.cancel().catch(() => undefined);
    },
  };
}
