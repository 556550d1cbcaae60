import { apiPaths, type JobStage, type System } from '@coverwright/contracts';
import type { Guardian } from '../../process/guardian.ts';
import { UserError } from '../../process/user-error.ts';
import { sizeOverBase } from './image-size.ts';
import { image, Stack } from './stack.ts';
import { checkSaved, checkUpgrade, makeOldVolume } from './test-upgrade.ts';
import { countNotes, finishRuns, saveSampleResume, startRun, untilStage } from './work.ts';

export interface ContainerTest {
  guardian: Guardian;
  signal: AbortSignal;
  say: (line: string) => void;
  /** Builds without any cache. */
  cold: boolean;
  /** Leaves the stack running after a failure, to look at it. */
  keep: boolean;
}

const mostOverBase = 300e6;
const services = ['gateway', 'researcher', 'writer'];
const password = 'only-for-this-test';
const onPostgres = {
  settings: { POSTGRES_PASSWORD: password, DATABASE_URL: `postgres://coverwright:${password}@postgres:5432/coverwright` },
  profiles: ['postgres'],
};

const withSearch = { settings: { SEARXNG_URL: 'http://searxng:8080' }, profiles: ['searxng'] };

/** Says how long the work took, and what it came to. */
type Step = (name: string, work: () => Promise<string | void>) => Promise<void>;

interface Part {
  name: string;
  settings?: Record<string, string>;
  profiles?: string[];
  run: (stack: Stack) => Promise<void>;
}

/** Builds the image, really runs the stack and breaks it. One line a step; everything is taken down at the end. Returns the exit code. */
export const testContainers = async (test: ContainerTest): Promise<number> => {
  const failed: string[] = [];
  for (const part of partsOf(test)) {
    if (!(await runPart(part, test))) failed.push(part.name);
    // What one part finds wrong does not hide what the next would; but without an image there is nothing to run.
    if (test.signal.aborted || failed.includes('image')) break;
  }
  const passed = failed.length === 0 && !test.signal.aborted;
  test.say(`containers: ${passed ? 'passed' : 'failed'}`);
  return passed ? 0 : 1;
};

const partsOf = (test: ContainerTest): Part[] => {
  const { signal } = test;
  const step = newStep(test.say);
  return [
    { name: 'image', run: (stack) => testImage(stack, test, step) },
    { name: 'sqlite', run: (stack) => testSqlite(stack, signal, step) },
    { name: 'upgrade', run: (stack) => testOldVolume(stack, signal, step) },
    { name: 'postgres', ...onPostgres, run: (stack) => testPostgres(stack, signal, step) },
    { name: 'search', ...withSearch, run: (stack) => testSearch(stack, signal, step) },
  ];
};

/** True when it passed. Its containers and volumes are gone afterwards. */
const runPart = async ({ name, settings = {}, profiles, run }: Part, { guardian, signal, say, keep }: ContainerTest): Promise<boolean> => {
  const stack = await Stack.of({ guardian, project: `coverwright-test-${process.pid}-${name}`, settings, profiles }, signal);
  let passed = false;
  try {
    await run(stack);
    passed = true;
  } catch (error) {
    say(error instanceof UserError || signal.aborted ? (error as Error).message : ((error as Error).stack ?? String(error)));
    await stack.compose.run(['logs', '--no-color', '--tail', '15']).then(say, () => undefined);
  }
  if (passed || !keep) await stack.compose.remove().catch((error: Error) => say(error.message));
  return passed;
};

const newStep =
  (say: (line: string) => void): Step =>
  async (name, work) => {
    const began = performance.now();
    const ended = (detail: string | void) =>
      say(`containers: ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s${detail === undefined ? '' : ` (${detail})`}`);
    try {
      ended(await work());
    } catch (error) {
      ended('FAILED');
      throw error;
    }
  };

const testImage = async (stack: Stack, { cold, signal }: ContainerTest, step: Step): Promise<void> => {
  await step('every profile and override is valid', async () => {
    const files = ['-f', 'docker-compose.yml', '-f', 'docker-compose.gpu.yml'];
    await stack.compose.docker(['compose', '--env-file', '/dev/null', ...files, '--profile', '*', 'config', '-q'], signal);
  });
  await step(cold ? 'cold build' : 'build', async () => {
    await stack.compose.run(['build', ...(cold ? ['--no-cache'] : [])], signal);
    const over = sizeOverBase(
      await stack.compose.docker(['history', '--no-trunc', '--human=false', '--format', '{{.Size}}\t{{.CreatedBy}}', image], signal),
    );
    const said = `image ${(over / 1e6).toFixed(0)} MB over its base, at most ${mostOverBase / 1e6}`;
    if (over > mostOverBase) throw new UserError(`Too large: ${said}.`);
    return said;
  });
};

const testSqlite = async (stack: Stack, signal: AbortSignal, step: Step): Promise<void> => {
  const { api } = stack;
  await step('first start', () => stack.up());
  await step('research and letter', async () => {
    await saveSampleResume(api);
    const [run] = await stack.runsThrough(1, () => Promise.resolve());
    const notes = await countNotes(api, run?.applicationId ?? '');
    if (notes === 0) throw new UserError('Research stored no note.');
    return `${notes} notes`;
  });
  await step('stop in order', () => stack.stop(services));
  await step('warm start', () => stack.up());
  await step('researcher killed while it reads', () => disturb(stack, signal, 'researching', () => stack.kill('researcher')));
  await step('writer killed while it writes', () => disturb(stack, signal, 'done', () => stack.kill('writer')));
  await step('Redis restarted while runs go on', () =>
    disturb(stack, signal, 'researching', async () => void (await stack.compose.run(['restart', 'redis'], signal))),
  );
  await step('3 researchers and 3 writers', async () => {
    await stack.up('--no-recreate', '--scale', 'researcher=3', '--scale', 'writer=3');
    await stack.runsThrough(24, () => Promise.resolve());
    return countWorkers(stack, signal);
  });
  await step('letters', () => stack.check());
  await step('moved to PostgreSQL', () => move(stack, signal));
};

/** As docs/operations.md says it is done. */
const move = async (stack: Stack, signal: AbortSignal): Promise<string> => {
  const moved = stack.with(onPostgres.settings, onPostgres.profiles);
  try {
    await stack.compose.run(['stop', ...services], signal);
    await moved.compose.run(['run', '--rm', '-T', 'migrate', 'node', 'libs/shared/server/dist/move-to-postgres.js'], signal);
    await moved.up();
    return await moved.check();
  } finally {
    await moved.compose.remove();
  }
};

/** Does it as soon as the first run is at that stage and the others follow close behind; every run still gets its letter. */
const disturb = async (stack: Stack, signal: AbortSignal, stage: JobStage, act: () => Promise<void>): Promise<string> => {
  const runs = await stack.runsThrough(12, async (started) => {
    await untilStage(stack.api, started, stage, signal);
    await act();
  });
  return `${runs.length} letters`;
};

/** The state of every container of the workers; fails when one is not healthy. */
const countWorkers = async (stack: Stack, signal: AbortSignal): Promise<string> => {
  for (const service of ['researcher', 'writer']) {
    const health = await stack.compose.inspect(await stack.compose.containers(service), '{{.State.Health.Status}}');
    if (health.length !== 3 || health.some((state) => state !== 'healthy')) throw new UserError(`${service}: ${health.join(', ')}`);
  }
  signal.throwIfAborted();
  return 'all 6 healthy';
};

const testOldVolume = async (stack: Stack, signal: AbortSignal, step: Step): Promise<void> => {
  await step('volume of the previous schema', () => makeOldVolume(stack, signal));
  await step('upgrade', async () => {
    await stack.up();
    return checkUpgrade(stack, signal);
  });
  await step('saved before the upgrade', () => checkSaved(stack, signal));
};

const testPostgres = async (stack: Stack, signal: AbortSignal, step: Step): Promise<void> => {
  await step('first start with PostgreSQL', async () => {
    await stack.up();
    const { database } = await stack.api.request<System>('GET', apiPaths.system);
    if (database.type !== 'postgres') throw new UserError(`The database is ${database.type}.`);
  });
  await step('writer killed while it writes, PostgreSQL', async () => {
    await saveSampleResume(stack.api);
    return disturb(stack, signal, 'done', () => stack.kill('writer'));
  });
  await step('letters, PostgreSQL', () => stack.check());
};

const testSearch = async (stack: Stack, signal: AbortSignal, step: Step): Promise<void> => {
  await step('first start with web search (a stand-in for SearXNG)', () => stack.up());
  await step('research that knows no address', async () => {
    await saveSampleResume(stack.api);
    const run = await startRun(stack.api, null);
    await finishRuns(stack.api, [run], signal);
    const notes = await countNotes(stack.api, run.applicationId);
    if (notes === 0) throw new UserError('The web search led to no note.');
    return `${notes} notes`;
  });
};
