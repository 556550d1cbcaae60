import { expect, test } from '@playwright/test';
import { apiPaths, isTerminal } from '@coverwright/contracts';
import { openEventStream } from '@coverwright/testing';
import { createApplication, startRun } from './faults/acts.ts';
import { closeFaultWorld, startFaultWorld, type FaultWorld } from './faults/fault-world.ts';
import { FaultyStack } from './faults/faulty-stack.ts';
import { judge, violations } from './faults/judge.ts';
import type { KnownRun } from './faults/ledger.ts';
import { endlessCompany } from './faults/never-ending-model.ts';
import { untilNoneLeft } from './stack.ts';

const exitsWithinMs = 10_000;
const endsWithinMs = 30_000;

test.describe('asked to end while everything is at work', () => {
  let world: FaultWorld;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    world = await startFaultWorld({ env: { WRITE_CONCURRENT_JOBS: '3', RESEARCH_CONCURRENT_JOBS: '3' } });
  });
  test.afterAll(() => closeFaultWorld(world, false));

  test('the product exits within 10 s, leaves nothing running, and the next start finishes every run', async () => {
    test.setTimeout(120_000);
    const page = world.site.hold('/about');
    const writing = await startMany(5, endlessCompany, { action: 'write_only' });
    const researching = await startMany(5, 'Harrow & Finch', { action: 'research_then_write', url: `${world.site.url}/about` });
    await Promise.all([world.model.untilHeld(3), page.asked]);
    const [watched] = writing as [KnownRun];
    const stream = openEventStream(world.stack.url + apiPaths.orchestrationEvents(watched.jobId));
    await stream.next();

    const before = performance.now();
    expect(await world.stack.end()).toBe(0);
    expect(performance.now() - before).toBeLessThanOrEqual(exitsWithinMs);
    await untilNoneLeft(world.stack.folder);
    stream.close();

    page.release();
    world.model.relent();
    world.stack = await FaultyStack.start(world.options);
    for (const { jobId } of [...writing, ...researching]) {
      expect(await world.watch.until(jobId, ({ status }) => isTerminal(status), endsWithinMs)).toBe(true);
      expect(world.watch.latest.get(jobId)).toMatchObject({ status: 'success' });
    }
    expect(violations(await judge(world, Date.now(), { restart: false }))).toEqual([]);
  });

  const startMany = (count: number, company: string, request: Parameters<typeof startRun>[2]) =>
    Promise.all(Array.from({ length: count }, async () => startRun(world, await createApplication(world, company), request)));
});
