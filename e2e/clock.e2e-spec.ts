import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { apiPaths, documentListSchema, isTerminal, type OrchestrateRequest } from '@coverwright/contracts';
import { createApplication, editLetter, startRun } from './faults/acts.ts';
import { closeFaultWorld, startFaultWorld, type FaultWorld } from './faults/fault-world.ts';
import { signal } from './faults/faulty-stack.ts';
import { judge, violations } from './faults/judge.ts';
import type { KnownRun } from './faults/ledger.ts';
import { endlessCompany } from './faults/never-ending-model.ts';

const hour = 60 * 60 * 1000;
/** Longer than a worker's lock and the time until another worker takes over. */
const beyondLockMs = 9000;
const endsWithinMs = 40_000;
const write: OrchestrateRequest = { action: 'write_only' };

test.describe.configure({ mode: 'serial' });

test.describe('a clock that jumps by an hour', () => {
  let world: FaultWorld;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    world = await startFaultWorld({ wrongClocks: true });
  });
  test.afterEach(async ({}, info) => {
    await setClocks({ gateway: 0, researcher: 0, writer: 0 });
    if (info.status === info.expectedStatus) return;
    await info.attach('log of the product', { body: world.stack.launcher.lines.join('\n'), contentType: 'text/plain' });
  });
  test.afterAll(() => closeFaultWorld(world, false));

  test('back in the writer leaves the versions in their order, whoever made them', async () => {
    const applicationId = await createApplication(world);
    await expectSuccess(await startRun(world, applicationId, write));
    await setClocks({ writer: -hour });
    await expectSuccess(await startRun(world, applicationId, write));
    await editLetter(world, applicationId);
    await expectSuccess(await startRun(world, applicationId, write));
    const { body } = await world.client.insist('GET', apiPaths.applicationDocuments(applicationId));
    expect(documentListSchema.parse(body).items.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
  });

  test('back in the middle of a model call costs the run its worker at worst', async () => {
    const run = await startRun(world, await createApplication(world, endlessCompany), write);
    await world.model.untilHeld(1);
    await setClocks({ writer: -hour });
    await pause(beyondLockMs);
    world.model.relent();
    await expectSuccess(run);
  });

  test('forward and back again in the middle of a page leaves the page to be read', async () => {
    const page = world.site.hold('/about');
    const request = { action: 'research_then_write', url: `${world.site.url}/about` } as const;
    const run = await startRun(world, await createApplication(world), request);
    await page.asked;
    await setClocks({ researcher: hour });
    await pause(1000);
    await setClocks({ researcher: -hour });
    page.release();
    await expectSuccess(run);
  });

  test('back in the gateway does not keep it from finding a run that the queue has lost', async () => {
    const [pid = 0] = world.stack.pids('writer');
    signal(pid, 'SIGSTOP');
    await setClocks({ gateway: hour });
    const run = await startRun(world, await createApplication(world), write);
    expect(await world.stack.flushRedis()).toBe(true);
    await setClocks({ gateway: 0 });
    signal(pid, 'SIGCONT');
    await expectSuccess(run);
  });

  test('back in the writer does not prolong the wait of a run that was put aside', async () => {
    const applicationId = await createApplication(world);
    await setClocks({ writer: hour });
    world.faults.failWrites('ENOSPC');
    const run = await startRun(world, applicationId, write);
    expect(await world.watch.until(run.jobId, ({ progress }) => progress.includes('The disk is full'), endsWithinMs)).toBe(true);
    await setClocks({ writer: 0 });
    world.faults.failWrites(null);
    await expectSuccess(run);
  });

  test('forward in the gateway costs a letter that is being saved a second try at worst', async () => {
    const applicationId = await createApplication(world);
    world.faults.arm('letter-staged', 'pause', 'writer');
    const [run, { pid }] = await Promise.all([startRun(world, applicationId, write), world.faults.untilMet('letter-staged')]);
    await setClocks({ gateway: hour });
    const heard = world.stack.launcher.lines.length;
    // It tidies the content folder when it starts.
    for (const gateway of world.stack.pids('gateway')) signal(gateway, 'SIGKILL');
    await world.stack.launcher.untilSaid(/^gateway is back/, heard);
    signal(pid, 'SIGCONT');
    await expectSuccess(run);
  });

  test('loses, doubles and leaves over nothing', async () => {
    expect(violations(await judge(world, Date.now(), { restart: false }))).toEqual([]);
  });

  async function setClocks(offsets: Partial<Record<'gateway' | 'researcher' | 'writer', number>>): Promise<void> {
    for (const role of ['gateway', 'researcher', 'writer'] as const) {
      const offset = offsets[role];
      if (offset !== undefined) await world.faults.setClock(role, offset, () => world.stack.pids(role));
    }
  }

  async function expectSuccess({ jobId }: KnownRun): Promise<void> {
    const ended = await world.watch.until(jobId, ({ status }) => isTerminal(status), endsWithinMs);
    expect(ended, JSON.stringify(world.watch.latest.get(jobId))).toBe(true);
    expect(world.watch.latest.get(jobId)).toMatchObject({ status: 'success' });
  }
});
