import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { apiPaths, isTerminal, type OrchestrateRequest } from '@coverwright/contracts';
import { faultPoints, type FaultPoint } from '@coverwright/server';
import { cancelRun, createApplication, deleteApplication, retryRun, startRun } from './faults/acts.ts';
import { closeFaultWorld, startFaultWorld, type FaultWorld } from './faults/fault-world.ts';
import { signal } from './faults/faulty-stack.ts';
import { judge, violations } from './faults/judge.ts';
import type { KnownRun } from './faults/ledger.ts';
import { endlessCompany } from './faults/never-ending-model.ts';

/** A killed worker's run comes back after 10–16 s. */
const comesBackWithinMs = 40_000;
/** A job that fails is tried five times within some 15 s. */
const longerThanTriesMs = 17_000;

test.describe.configure({ mode: 'serial' });

for (const database of ['SQLite', 'PostgreSQL'] as const) {
  test.describe(`the protocol of a run on ${database}`, () => {
    let world: FaultWorld;

    test.beforeAll(async () => {
      test.setTimeout(240_000);
      // One job at a time, so that a death hits one run.
      world = await startFaultWorld({ database, env: { WRITE_CONCURRENT_JOBS: '1', RESEARCH_CONCURRENT_JOBS: '1' } });
    });
    test.afterEach(async ({}, info) => {
      if (info.status === info.expectedStatus) return;
      await info.attach('log of the product', { body: world.stack.launcher.lines.join('\n'), contentType: 'text/plain' });
    });
    test.afterAll(() => closeFaultWorld(world, false));

    test('every run ends well although a process is killed at each point of its way', async () => {
      test.setTimeout(150_000);
      const research = { action: 'research_then_write', url: `${world.site.url}/about` } as const;
      const runs: KnownRun[] = [];
      for (const point of faultPoints.slice(0, 5)) runs.push((await startAndMeet(point, 'kill', research)).run);
      for (const point of faultPoints.slice(5, 9)) runs.push((await startAndMeet(point, 'kill', { action: 'write_only' })).run);

      world.faults.arm('cancel-stored', 'kill');
      const changed = await startRun(world, await createApplication(world, endlessCompany), { action: 'write_only' });
      await cancelRun(world, changed);
      await world.faults.untilMet('cancel-stored');
      world.faults.arm('retry-stored', 'kill');
      await retryRun(world, changed);
      await world.faults.untilMet('retry-stored');
      await cancelRun(world, changed);

      for (const run of runs) await untilEnded(run);
      expect(runs.map(({ jobId }) => world.watch.latest.get(jobId)?.status)).toEqual(runs.map(() => 'success'));
    });

    if (database === 'SQLite') {
      test('a writer that was frozen beyond its lock changes nothing when it goes on', async () => {
        const frozen = await startAndMeet('letter-staged', 'pause', { action: 'write_only' });
        const heard = world.stack.launcher.lines.length;
        const replacement = await world.stack.startExtra('writer');
        await untilEnded(frozen.run);
        expect(world.watch.latest.get(frozen.run.jobId)).toMatchObject({ status: 'success' });
        await world.stack.endExtra(replacement);
        signal(frozen.pid, 'SIGCONT');
        await world.stack.launcher.untilSaid(/write stopped: cancelled or taken over/, heard);
      });

      test('a run that was cancelled while its writer was frozen stays cancelled', async () => {
        const { run, pid } = await startAndMeet('letter-staged', 'pause', { action: 'write_only' });
        const heard = world.stack.launcher.lines.length;
        expect(await cancelRun(world, run)).toBe(true);
        signal(pid, 'SIGCONT');
        await world.stack.launcher.untilSaid(/write stopped: cancelled or taken over/, heard);
      });

      test('an application that is deleted while a letter is being drafted takes its run with it', async () => {
        const application = await createApplication(world, endlessCompany);
        const run = await startRun(world, application, { action: 'write_only' });
        await world.model.untilHeld(1);
        await deleteApplication(world, application);
        await world.model.untilHeld(0);
        expect(world.watch.latest.has(run.jobId)).toBe(false);
        expect(world.ledger.surprises).toEqual([]);
      });

      test('an application that is deleted while its letter is being saved leaves no folder behind', async () => {
        const { run, pid } = await startAndMeet('letter-staged', 'pause', { action: 'write_only' });
        const heard = world.stack.launcher.lines.length;
        await deleteApplication(world, run.applicationId);
        signal(pid, 'SIGCONT');
        await world.stack.launcher.untilSaid(new RegExp(`${run.jobId}.*write (stopped|failed)`), heard);
      });
    } else {
      test('a run goes on after the database server was killed under it', async () => {
        const page = world.site.hold('/careers');
        const application = await createApplication(world);
        const run = await startRun(world, application, { action: 'research_then_write', url: `${world.site.url}/careers` });
        await page.asked;
        expect(world.database.endServer?.('kill')).toBe(true);
        page.release();
        await untilEnded(run);
        expect(world.watch.latest.get(run.jobId)).toMatchObject({ status: 'success' });
      });

      test('runs wait while the database server cannot be reached, and go on by themselves when it is back', async () => {
        const page = world.site.hold('/');
        const application = await createApplication(world);
        const run = await startRun(world, application, { action: 'research_then_write', url: `${world.site.url}/` });
        const endless = await startRun(world, await createApplication(world, endlessCompany), { action: 'write_only' });
        await Promise.all([page.asked, world.model.untilHeld(1)]);
        const heard = world.stack.launcher.lines.length;
        world.database.doorway?.shut();
        page.release();
        const refused = await world.client.ask('GET', apiPaths.orchestration(run.jobId));
        expect(refused).toMatchObject({ status: 503, body: { detail: 'The database cannot be reached.' } });
        await pause(longerThanTriesMs);
        await world.database.doorway?.open();
        await cancelRun(world, endless);
        await untilEnded(run);
        expect(world.watch.latest.get(run.jobId)).toMatchObject({ status: 'success' });
        expect(world.stack.launcher.lines.slice(heard).filter((line) => / ended with /.test(line))).toEqual([]);
      });

      test('a writer that was frozen within its transaction holds nobody up for long', async () => {
        const { run, pid } = await startAndMeet('document-inserted', 'pause', { action: 'write_only' });
        expect(await cancelRun(world, run)).toBe(true);
        signal(pid, 'SIGCONT');
      });
    }

    test('nothing was lost, doubled or left over', async () => {
      test.setTimeout(90_000);
      // What a start tidies up has nothing to do with the database.
      expect(violations(await judge(world, Date.now(), { restart: database === 'SQLite' }))).toEqual([]);
    });

    async function startAndMeet(point: FaultPoint, action: 'kill' | 'pause', request: OrchestrateRequest) {
      const applicationId = await createApplication(world);
      world.faults.arm(point, action);
      const [run, { pid }] = await Promise.all([startRun(world, applicationId, request), world.faults.untilMet(point)]);
      return { run, pid };
    }

    async function untilEnded(run: KnownRun): Promise<void> {
      const ended = await world.watch.until(run.jobId, ({ status }) => isTerminal(status), comesBackWithinMs);
      expect(ended, JSON.stringify(world.watch.latest.get(run.jobId))).toBe(true);
    }
  });
}
