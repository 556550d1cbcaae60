import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivatePostgres } from '../../postgres/private-postgres.ts';
import type { BenchContext } from '../benches.ts';
import { percentile } from '../flow/percentile.ts';
import type { DatabaseName } from './bench-history.ts';
import { driveRuns, type DrivenRuns } from './drive.ts';
import { fillStore } from './fill-store.ts';
import { newDatabase } from './new-database.ts';
import { foldersOf, migrateStore, moveStore, startScaledStack, type Cpu, type ScaledStack, type StackOptions } from './scaled-stack.ts';
import { watchRows, type RowWatch } from './watch-rows.ts';

const rounds = 3;
const runsARound = 300;
/** A fast model's answer, and how many letters a writer works at while it waits; a round of it is as short as the others. */
const slow = { modelMs: 400, writesAtOnce: 2, runs: 60 };

export interface WriterFigures {
  database: DatabaseName;
  writers: number;
  /** How long a letter takes to be thought of: 0 for a model that answers at once. */
  modelMs: number;
  runsPerSecond: number;
  /** Milliseconds of processor time a run, by part. */
  cpu: Cpu;
}

interface Subject {
  figures: Pick<WriterFigures, 'database' | 'writers' | 'modelMs'>;
  ids: string[];
  stack: ScaledStack;
  rows: RowWatch;
  driven: DrivenRuns[];
}

/** Letters a second with one writer and with three, on both databases, with an instant model and with one that takes its time. */
export const benchWriters = async (context: BenchContext): Promise<WriterFigures[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-bench-'));
  const postgres = await startPrivatePostgres({ ...context, durable: true });
  const subjects: Subject[] = [];
  try {
    for (const writers of [1, 3]) {
      for (const modelMs of [0, slow.modelMs]) {
        const name = `${writers}_${modelMs}`;
        const own = { writers, modelMs, ...(modelMs === 0 ? {} : { writesAtOnce: slow.writesAtOnce }) };
        const sqlite: StackOptions = { folder: join(folder, `sqlite_${name}`), databaseUrl: null, ...own };
        const other: StackOptions = {
          folder: join(folder, `postgres_${name}`),
          databaseUrl: await newDatabase(postgres.url, `bench_${name}`),
          ...own,
        };
        await migrateStore(context, sqlite);
        const ids = fillStore(
          foldersOf(sqlite.folder).dataDir,
          [foldersOf(sqlite.folder).contentDir, foldersOf(other.folder).contentDir],
          runsARound,
        );
        await moveStore(context, { ...other, folder: sqlite.folder });
        for (const [database, options] of [
          ['SQLite', sqlite],
          ['PostgreSQL', other],
        ] as const) {
          const stack = await startScaledStack(context, options);
          subjects.push({ figures: { database, writers, modelMs }, ids, stack, rows: await watchRows(options), driven: [] });
        }
      }
    }
    for (let round = 0; round <= rounds; round += 1) {
      for (const { figures, ids, stack, rows, driven } of subjects) {
        context.signal.throwIfAborted();
        const result = await driveRuns(stack, rows, figures.modelMs === 0 ? ids : ids.slice(0, slow.runs));
        // The first round warms everything up and does not count.
        if (round > 0) driven.push(result);
      }
    }
    return subjects.map(({ figures, driven }) => ({
      ...figures,
      runsPerSecond: percentile(
        driven.map(({ rate }) => rate),
        0.5,
      ),
      cpu: medianCpu(driven),
    }));
  } finally {
    await Promise.allSettled(subjects.map(({ stack, rows }) => rows.close().then(() => stack.stop())));
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

const medianCpu = (driven: DrivenRuns[]): Cpu => {
  const median = (part: keyof Cpu) =>
    percentile(
      driven.map(({ cpu }) => cpu[part]),
      0.5,
    );
  return { gateway: median('gateway'), writers: median('writers'), redis: median('redis'), postgres: median('postgres') };
};
