import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { apiPaths, isTerminal } from '@coverwright/contracts';
import { createApplication, startRun } from './faults/acts.ts';
import { closeFaultWorld, startFaultWorld, type FaultWorld } from './faults/fault-world.ts';
import { signal } from './faults/faulty-stack.ts';
import { InsistentClient, type Answer } from './faults/insistent-client.ts';
import { judge, violations } from './faults/judge.ts';
import { endlessCompany } from './faults/never-ending-model.ts';
import { findFreePort } from './find-free-port.ts';

/** What the contract promises while the queue is away. */
const answersWithinMs = 2000;
const endsWithinMs = 40_000;

/** Ways in which Redis can be away, and how it comes back. The launcher stands still meanwhile: it would start a new one at once. */
const ways: Record<string, (world: FaultWorld) => () => void> = {
  hangs: ({ stack }) => {
    const pids = stack.pids('Redis');
    for (const pid of pids) signal(pid, 'SIGSTOP');
    return () => pids.forEach((pid) => signal(pid, 'SIGCONT'));
  },
  'is gone': ({ stack }) => {
    signal(stack.launcher.pid, 'SIGSTOP');
    for (const pid of stack.pids('Redis')) signal(pid, 'SIGKILL');
    return () => signal(stack.launcher.pid, 'SIGCONT');
  },
};

test.describe.configure({ mode: 'serial' });

for (const [how, leave] of Object.entries(ways)) {
  test.describe(`while Redis ${how}`, () => {
    let world: FaultWorld;

    test.beforeAll(async () => {
      test.setTimeout(240_000);
      world = await startFaultWorld();
    });
    test.afterAll(() => closeFaultWorld(world, false));

    test('everything asked of a run is answered within 2 s and done when it is back', async () => {
      const [fresh, asked, stuck, failed] = await Promise.all([
        createApplication(world),
        createApplication(world),
        createApplication(world, endlessCompany),
        createApplication(world),
      ]);
      const endless = await startRun(world, stuck, { action: 'write_only' });
      const late = `${world.site.url}/late`;
      const retried = await startRun(world, failed, { action: 'research_only', url: late }, { mayFail: true });
      expect(await hasEnded(retried.jobId)).toBe(true);
      world.site.pages['/late'] = { body: '<main><p>We have opened after all, and we build timetable software.</p></main>' };
      await world.model.untilHeld(1);

      const comeBack = leave(world);
      const took: Record<string, number> = {};
      const timed = async (name: string, method: string, path: string, body?: unknown): Promise<Answer> => {
        const before = performance.now();
        const answer = await world.client.ask(method, path, body, method === 'POST' ? randomUUID() : undefined);
        took[name] = Math.round(performance.now() - before);
        return answer ?? { status: 0, body: {} };
      };
      const started = await timed('orchestrate', 'POST', apiPaths.orchestrate(fresh), { action: 'write_only' });
      const jobId = String(started.body.job_id);
      known(jobId, fresh);
      const seen = await timed('read', 'GET', apiPaths.orchestration(jobId));
      const said = await timed('message', 'POST', apiPaths.messages(asked), { content: 'Draft a cover letter' });
      known(String(said.body.job_id), asked);
      const cancelled = await timed('cancel', 'POST', apiPaths.cancel(endless.jobId));
      const again = await timed('retry', 'POST', apiPaths.retry(retried.jobId));
      comeBack();
      endless.told = 'cancelled';

      expect([started, said, cancelled, again].map(({ status }) => status)).toEqual([202, 202, 202, 202]);
      expect(seen.body).toMatchObject({
        status: 'pending',
        progress: { message: expect.stringContaining('Waiting for the queue') as unknown },
      });
      for (const [name, ms] of Object.entries(took)) expect.soft(ms, name).toBeLessThanOrEqual(answersWithinMs);

      for (const id of [jobId, String(said.body.job_id), retried.jobId]) {
        expect(await hasEnded(id)).toBe(true);
        expect(world.watch.latest.get(id)).toMatchObject({ status: 'success' });
      }
      await world.model.untilHeld(0);
      expect(world.watch.latest.get(endless.jobId)).toMatchObject({ status: 'cancelled' });
    });

    test('a gateway that starts meanwhile accepts a run within 2 s as well', async () => {
      const applicationId = await createApplication(world);
      const comeBack = leave(world);
      const port = await findFreePort();
      const gateway = await world.stack.startExtra('gateway', { PORT: String(port) });
      const client = new InsistentClient(`http://127.0.0.1:${port}`);
      const before = performance.now();
      const run = await startRun({ ...world, client }, applicationId, { action: 'write_only' });
      const took = performance.now() - before;
      comeBack();
      expect(took).toBeLessThanOrEqual(answersWithinMs);
      expect(await hasEnded(run.jobId)).toBe(true);
      expect(world.watch.latest.get(run.jobId)).toMatchObject({ status: 'success' });
      await world.stack.endExtra(gateway);
    });

    test('nothing was lost, doubled or left over', async () => {
      expect(violations(await judge(world, Date.now(), { restart: false }))).toEqual([]);
    });

    const known = (jobId: string, applicationId: string) =>
      world.ledger.runs.set(jobId, { jobId, applicationId, told: 'accepted', mayFail: false });
    const hasEnded = (jobId: string) => world.watch.until(jobId, ({ status }) => isTerminal(status), endsWithinMs);
  });
}
