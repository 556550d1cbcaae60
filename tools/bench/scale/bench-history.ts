import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiPaths } from '@coverwright/contracts';
import { startPrivatePostgres } from '../../postgres/private-postgres.ts';
import type { BenchContext } from '../benches.ts';
import { percentile } from '../flow/percentile.ts';
import { cpuTotal, driveRuns, timeGet, type DrivenRuns } from './drive.ts';
import { fillStore } from './fill-store.ts';
import { newDatabase } from './new-database.ts';
import { foldersOf, migrateStore, moveStore, startScaledStack, type ScaledStack, type StackOptions } from './scaled-stack.ts';
import { settle } from './settle.ts';
import { watchRows, type RowWatch } from './watch-rows.ts';

const sizes = [100, 5000, 50_000];
const rounds = 5;
const looks = 400;
const warmUpLooks = 20;
const runsARound = 100;

export type DatabaseName = 'SQLite' | 'PostgreSQL';

/** One database with one number of applications. Times in milliseconds. */
export interface SizeFigures {
  database: DatabaseName;
  applications: number;
  startSeconds: number;
  listP95: number;
  filteredP95: number;
  sortedP95: number;
  searchP95: number;
  /** A search that finds next to nothing, so that the whole would have to be read. */
  rareP95: number;
  historyP95: number;
  letterP95: number;
  /** Wall time and processor time of one run. */
  runMs: number;
  runCpuMs: number;
}

type Look = 'list' | 'filtered' | 'sorted' | 'search' | 'rare' | 'history' | 'letter';

interface Subject {
  database: DatabaseName;
  ids: string[];
  stack: ScaledStack;
  rows: RowWatch;
  looks: Record<Look, number[]>;
  runs: DrivenRuns[];
}

/** What lists, history and runs cost with a hundred applications and with fifty thousand: all sizes up at once and measured by turns. */
export const benchHistory = async (context: BenchContext): Promise<SizeFigures[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-bench-'));
  const postgres = await startPrivatePostgres({ ...context, durable: true });
  const subjects: Subject[] = [];
  try {
    for (const size of sizes) {
      const sqlite: StackOptions = { folder: join(folder, `sqlite-${size}`), databaseUrl: null, writers: 1 };
      const other: StackOptions = {
        folder: join(folder, `postgres-${size}`),
        databaseUrl: await newDatabase(postgres.url, `bench_${size}`),
        writers: 1,
      };
      await migrateStore(context, sqlite);
      const ids = fillStore(
        foldersOf(sqlite.folder).dataDir,
        [foldersOf(sqlite.folder).contentDir, foldersOf(other.folder).contentDir],
        size,
      );
      const began = performance.now();
      await moveStore(context, { ...other, folder: sqlite.folder });
      const seconds = (performance.now() - began) / 1000;
      context.say(`history: ${size} applications with all they own moved to PostgreSQL in ${seconds.toFixed(1)} s`);
      subjects.push(await newSubject(context, 'SQLite', ids, sqlite), await newSubject(context, 'PostgreSQL', ids, other));
    }
    const seconds = await settle(subjects, context.signal);
    context.say(`history: what is done once after a start was over ${seconds.toFixed(0)} s later`);
    for (let step = -warmUpLooks; step < looks; step += 1) {
      context.signal.throwIfAborted();
      for (const look of Object.keys(noLooks()) as Look[]) {
        for (const subject of subjects) await measureLook(subject, look, step);
      }
    }
    for (let round = 0; round <= rounds; round += 1) {
      for (const subject of subjects) {
        context.signal.throwIfAborted();
        await measureRuns(subject, round);
      }
    }
    return subjects.map(figuresOf);
  } finally {
    await Promise.allSettled(subjects.map(({ stack, rows }) => rows.close().then(() => stack.stop())));
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

const newSubject = async (context: BenchContext, database: DatabaseName, ids: string[], options: StackOptions): Promise<Subject> => ({
  database,
  ids,
  stack: await startScaledStack(context, options),
  rows: await watchRows(options),
  looks: noLooks(),
  runs: [],
});

const noLooks = (): Record<Look, number[]> => ({ list: [], filtered: [], sorted: [], search: [], rare: [], history: [], letter: [] });

/** What `step` asks is always there, and as long, whatever the number of applications. */
const measureLook = async ({ ids, stack, looks: taken }: Subject, look: Look, step: number): Promise<void> => {
  const some = ids[Math.abs(step * 104_729) % ids.length] ?? '';
  const list = `${stack.url}${apiPaths.applications}`;
  const paths: Record<Look, string> = {
    list: `${list}?limit=50`,
    filtered: `${list}?limit=10&status=offer`,
    sorted: `${list}?limit=10&sort=company`,
    search: `${list}?limit=10&q=fernhill`,
    rare: `${list}?limit=10&q=fernhill%20optics%2042`,
    history: stack.url + apiPaths.applicationOrchestrations(some),
    letter: stack.url + apiPaths.applicationDocuments(some),
  };
  const took = await timeGet(paths[look]);
  if (step >= 0) taken[look].push(took);
};

/** The first round warms everything up and does not count. */
const measureRuns = async ({ ids, stack, rows, runs }: Subject, round: number): Promise<void> => {
  // Each once: a second request while a run is open would be given the same run.
  const wanted = Array.from(
    { length: runsARound },
    (_, step) => ids[(round * 131 + step * Math.ceil(ids.length / runsARound)) % ids.length] ?? '',
  );
  const driven = await driveRuns(stack, rows, [...new Set(wanted)]);
  if (round > 0) runs.push(driven);
};

const figuresOf = ({ database, ids, stack, looks: taken, runs }: Subject): SizeFigures => ({
  database,
  applications: ids.length,
  startSeconds: stack.startSeconds,
  listP95: percentile(taken.list, 0.95),
  filteredP95: percentile(taken.filtered, 0.95),
  sortedP95: percentile(taken.sorted, 0.95),
  searchP95: percentile(taken.search, 0.95),
  rareP95: percentile(taken.rare, 0.95),
  historyP95: percentile(taken.history, 0.95),
  letterP95: percentile(taken.letter, 0.95),
  runMs: percentile(
    runs.map(({ rate }) => 1000 / rate),
    0.5,
  ),
  runCpuMs: percentile(
    runs.map(({ cpu }) => cpuTotal(cpu)),
    0.5,
  ),
});
