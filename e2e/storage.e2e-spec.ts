import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { apiPaths, isTerminal } from '@coverwright/contracts';
import { createApplication, startRun } from './faults/acts.ts';
import { closeFaultWorld, startFaultWorld, type FaultWorld } from './faults/fault-world.ts';
import { FaultyStack, signal } from './faults/faulty-stack.ts';
import { judge, violations } from './faults/judge.ts';
import type { KnownRun } from './faults/ledger.ts';
import { canMount } from './faults/small-disk.ts';
import { holdSqlite } from './faults/hold-sqlite.ts';

/** A run that waits for something outside it looks again every 5 s. */
const goesOnWithinMs = 30_000;
/** Longer than anybody waits for SQLite's lock (5 s). */
const busyMs = 7000;

test.describe.configure({ mode: 'serial' });

test.describe('a run whose letter cannot be saved', () => {
  let world: FaultWorld;

  test.beforeAll(async ({}, info) => {
    test.setTimeout(240_000);
    world = await startFaultWorld({ disk: { holds: 'content', megabytes: 4 } });
    const how = world.disk?.mounted === true ? 'a small tmpfs' : 'faked in the product: no small disk can be mounted on this machine';
    info.annotations.push({ type: 'disk', description: how });
    console.log(`The disk of the letters is ${how}.`);
  });
  test.afterEach(async ({}, info) => {
    if (info.status === info.expectedStatus) return;
    await info.attach('log of the product', { body: world.stack.launcher.lines.join('\n'), contentType: 'text/plain' });
  });
  test.afterAll(() => closeFaultWorld(world, false));

  test('waits while the disk is full, says so, and goes on by itself when there is room', async () => {
    const run = await startRun(world, await createApplication(world), { action: 'write_only' });
    await untilEnded(run);
    world.disk?.fill();
    const waiting = await startRun(world, run.applicationId, { action: 'write_only' });
    await untilSays(waiting, 'The disk is full, so nothing can be saved. Free some space; the run goes on by itself.');
    world.disk?.free();
    await expectSuccess(waiting);
    expect(lettersOf(run.applicationId)).toEqual(['cover_letter_v1.md', 'cover_letter_v2.md']);
  });

  test('waits while the folder is read-only, says so, and goes on by itself when it can be written', async () => {
    const applicationId = await createApplication(world);
    expect(await world.disk?.protect()).toBe(true);
    const waiting = await startRun(world, applicationId, { action: 'write_only' });
    await untilSays(waiting, 'The content or data folder cannot be written.');
    expect((await fetch(`${world.stack.url}${apiPaths.healthReady}`)).status).toBe(503);
    await world.disk?.unprotect();
    await expectSuccess(waiting);
    expect((await fetch(`${world.stack.url}${apiPaths.healthReady}`)).status).toBe(200);
  });

  test('goes on after another program has kept the database to itself for longer than anybody waits', async () => {
    const applicationId = await createApplication(world);
    world.faults.arm('letter-staged', 'pause', 'writer');
    const [run, { pid }] = await Promise.all([
      startRun(world, applicationId, { action: 'write_only' }),
      world.faults.untilMet('letter-staged'),
    ]);
    const release = holdSqlite(join(world.stack.folder, 'data', 'coverwright.sqlite'));
    signal(pid, 'SIGCONT');
    const heard = world.stack.launcher.lines.length;
    const other = createApplication(world);
    await pause(busyMs);
    release();
    await other;
    await world.stack.launcher.untilSaid(/"service":"writer".*(SQLITE_BUSY|database is locked)/, heard);
    await expectSuccess(run);
    expect(lettersOf(applicationId)).toEqual(['cover_letter_v1.md']);
  });

  test('never overwrites a file that somebody put where its next version goes', async () => {
    const first = await startRun(world, await createApplication(world), { action: 'write_only' });
    await expectSuccess(first);
    const folder = dirname(letterPath(first.applicationId, 1));
    writeFileSync(letterPath(first.applicationId, 2), 'my own notes');
    const second = await startRun(world, first.applicationId, { action: 'write_only' });
    await expectSuccess(second);
    expect(readFileSync(letterPath(first.applicationId, 2), 'utf8')).toContain('Dear');
    const kept = readdirSync(folder).filter((name) => name.includes('unexpected'));
    expect(kept.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['my own notes']);
    rmSync(join(folder, String(kept[0])));
  });

  test('is written again from the database at the next start when its file is missing', async () => {
    test.setTimeout(90_000);
    const run = await startRun(world, await createApplication(world), { action: 'write_only' });
    await expectSuccess(run);
    const path = letterPath(run.applicationId, 1);
    const letter = readFileSync(path, 'utf8');
    expect(await world.stack.end()).toBe(0);
    rmSync(path);
    world.stack = await FaultyStack.start(world.options);
    await expect.poll(() => (existsSync(path) ? readFileSync(path, 'utf8') : null)).toBe(letter);
  });

  test('nothing was lost, doubled or left over', async () => {
    expect(violations(await judge(world, Date.now(), { restart: false }))).toEqual([]);
  });

  const letterPath = (applicationId: string, version: number) =>
    join(world.stack.content, 'applications', applicationId, 'cover_letters', `cover_letter_v${version}.md`);
  const lettersOf = (applicationId: string) => readdirSync(dirname(letterPath(applicationId, 1))).sort();

  async function untilSays({ jobId }: KnownRun, message: string): Promise<void> {
    expect(await world.watch.until(jobId, ({ progress }) => progress.includes(message), goesOnWithinMs)).toBe(true);
    const { body } = await world.client.insist('GET', apiPaths.orchestration(jobId));
    expect(body).toMatchObject({ status: 'running', progress: { message: expect.stringContaining(message) as unknown } });
  }

  async function untilEnded({ jobId }: KnownRun): Promise<void> {
    const ended = await world.watch.until(jobId, ({ status }) => isTerminal(status), goesOnWithinMs);
    expect(ended, JSON.stringify(world.watch.latest.get(jobId))).toBe(true);
  }

  async function expectSuccess(run: KnownRun): Promise<void> {
    await untilEnded(run);
    expect(world.watch.latest.get(run.jobId)).toMatchObject({ status: 'success', error: null });
  }
});

test.describe('a full disk of the database and the queue', () => {
  let world: FaultWorld;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    world = await startFaultWorld({ disk: { holds: 'data', megabytes: 24 } });
  });
  test.afterAll(() => closeFaultWorld(world, false));

  if (canMount()) {
    test('is said in the answers, and what was accepted before goes on when there is room', async () => {
      const applications = await Promise.all(Array.from({ length: 12 }, () => createApplication(world)));
      const late = await createApplication(world);
      const runs = await Promise.all(applications.map((id) => startRun(world, id, { action: 'write_only' })));
      world.disk?.fill();

      const refused = await world.client.ask('POST', apiPaths.orchestrate(late), { action: 'write_only' }, 'the same key');
      expect(refused).toMatchObject({
        status: 507,
        body: { code: 'STORAGE_FAILED', detail: 'The disk is full, so nothing can be saved.' },
      });
      // Redis writes its log once a second, and only then finds out.
      await expect.poll(async () => (await world.client.ask('GET', apiPaths.healthReady))?.status).toBe(503);
      world.disk?.free();

      runs.push(await startRun(world, late, { action: 'write_only' }));
      for (const { jobId } of runs) expect(await world.watch.until(jobId, ({ status }) => status === 'success', goesOnWithinMs)).toBe(true);
      expect(violations(await judge(world, Date.now(), { restart: false }))).toEqual([]);
    });
  } else {
    console.log('A full data folder is not tried: no small disk can be mounted on this machine, and Redis and SQLite cannot be faked.');
  }
});
