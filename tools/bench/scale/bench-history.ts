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
import { watchRows, type RowWatch } from './watch-rows.ts';

export const sizes = [100, 5000, 50_000];
const rounds = 3;
const looksARound = 50;
const runsARound = 100;

export type DatabaseName = 'SQLite' | 'PostgreSQL';

/** One database with one number of applications. Times in milliseconds. */
export interface SizeFigures {
  database: DatabaseName;
  applications: number;
  startSeconds: number;
  listP95: number;
  filteredP95: number;
  searchP95: number;
  historyP95: number;
  letterP95: number;
  /** Wall time and processor time of one run. */
  runMs: number;
  runCpuMs: number;
}

interface Subject {
  database: DatabaseName;
  ids: string[];
  stack: ScaledStack;
  rows: RowWatch;
  looks: Record<'list' | 'filtered' | 'search' | 'history' | 'letter', number[]>;
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
    for (let round = 0; round <= rounds; round += 1) {
      for (const subject of subjects) {
        context.signal.throwIfAborted();
        await measureRound(subject, round);
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
  looks: { list: [], filtered: [], search: [], history: [], letter: [] },
  runs: [],
});

/** The first round warms everything up and does not count. */
const measureRound = async ({ ids, stack, rows, looks, runs }: Subject, round: number): Promise<void> => {
  const some = (step: number) => ids[(round * 7919 + step * 104_729) % ids.length] ?? '';
  const list = `${stack.url}${apiPaths.applications}?limit=50`;
  const paths = {
    list: () => list,
    filtered: () => `${list}&status=offer`,
    search: () => `${list}&q=fernhill`,
    history: (step: number) => stack.url + apiPaths.applicationOrchestrations(some(step)),
    letter: (step: number) => stack.url + apiPaths.applicationDocuments(some(step)),
  };
  for (let step = 0; step < looksARound; step += 1) {
    for (const [name, path] of Object.entries(paths)) {
      const took = await timeGet(path(step));
      if (round > 0) looks[name as keyof typeof paths].push(took);
    }
  }
  // Each once: a second request while a run is open would be given the same run.
  const wanted = Array.from(
    { length: runsARound },
    (_, step) => ids[(round * 131 + step * Math.ceil(ids.length / runsARound)) % ids.length] ?? '',
  );
  const driven = await driveRuns(stack, rows, [...new Set(wanted)]);
  if (round > 0) runs.push(driven);
};

const figuresOf = ({ database, ids, stack, looks, runs }: Subject): SizeFigures => ({
  database,
  applications: ids.length,
  startSeconds: stack.startSeconds,
  listP95: percentile(looks.list, 0.95),
  filteredP95: percentile(looks.filtered, 0.95),
  searchP95: percentile(looks.search, 0.95),
  historyP95: percentile(looks.history, 0.95),
  letterP95: percentile(looks.letter, 0.95),
  runMs: percentile(
    runs.map(({ rate }) => 1000 / rate),
    0.5,
  ),
  runCpuMs: percentile(
    runs.map(({ cpu }) => cpuTotal(cpu)),
    0.5,
  ),
});
