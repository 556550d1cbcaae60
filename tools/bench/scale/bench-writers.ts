import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivatePostgres, type PrivatePostgres } from '../../postgres/private-postgres.ts';
import type { BenchContext } from '../benches.ts';
import { percentile } from '../flow/percentile.ts';
import type { DatabaseName } from './bench-history.ts';
import { driveRuns, type DrivenRuns } from './drive.ts';
import { fillStore } from './fill-store.ts';
import { newDatabase } from './new-database.ts';
import { onOneProcessor } from './one-processor.ts';
import { foldersOf, migrateStore, moveStore, startScaledStack, type Cpu, type ScaledStack, type StackOptions } from './scaled-stack.ts';
import { timeSyncs } from './time-syncs.ts';
import { watchLock } from './watch-lock.ts';
import { watchRows, type RowWatch } from './watch-rows.ts';

const rounds = 3;
const runsARound = 300;
/** A fast model's answer, and how many letters a writer works at while it waits; a round of it is as short as the others. */
const slow = { modelMs: 400, writesAtOnce: 2, runs: 40 };

/** A file system that keeps everything in memory, where there is one. */
const memoryDisk = '/dev/shm';

type Shape = Pick<WriterFigures, 'writers' | 'modelMs'>;

export interface WriterFigures {
  database: DatabaseName;
  writers: number;
  /** How long a letter takes to be thought of: 0 for a model that answers at once. */
  modelMs: number;
  runsPerSecond: number;
  /** Milliseconds of processor time a run, by part. */
  cpu: Cpu;
  clientMs: number;
  /** Share of the machine's processors that was busy, whoever with. */
  busy: number;
  /** Share of the time in which somebody held SQLite's write lock; null with PostgreSQL, which has none. */
  lockHeld: number | null;
  /** Letters a second when all of it has one processor; null where it was not tried. */
  onOneProcessor: number | null;
  /** Letters a second when nothing waits for a disk; null where it was not tried. */
  withoutDisk: number | null;
  /** Kilobytes in Redis that a run leaves there for a day. */
  redisKb: number;
}

export interface WritersFigures {
  /** Milliseconds until one written block is on the disk. */
  syncMs: number;
  writers: WriterFigures[];
}

interface Subject {
  figures: Pick<WriterFigures, 'database' | 'writers' | 'modelMs'>;
  /** Its files and its database are in memory: to tell what waiting for the disk costs. */
  inMemory: boolean;
  ids: string[];
  dataDir: string;
  stack: ScaledStack;
  rows: RowWatch;
  driven: DrivenRuns[];
  lock: { looks: number; taken: number };
  /** Letters a second on one processor. */
  pinned: number[];
  /** Runs so far, and bytes in Redis before the first of them. */
  runs: number;
  redisBefore: number;
}

/** Letters a second with one writer and with three, on both databases, with an instant model and with one that takes its time. */
export const benchWriters = async (context: BenchContext): Promise<WritersFigures> => {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-bench-'));
  const inMemory = existsSync(memoryDisk) ? await mkdtemp(join(memoryDisk, 'coverwright-bench-')) : null;
  const postgres = await startPrivatePostgres({ ...context, durable: true });
  const careless = await startPrivatePostgres({ ...context, durable: false });
  const subjects: Subject[] = [];
  const add = async (place: string, server: PrivatePostgres, shape: Shape) => {
    const databaseUrl = await newDatabase(server.url, `bench_${shape.writers}_${shape.modelMs}`);
    for await (const subject of newSubjects(context, join(place, `${shape.writers}-${shape.modelMs}`), databaseUrl, shape)) {
      subjects.push({ ...subject, inMemory: place === inMemory });
    }
  };
  try {
    for (const writers of [1, 3]) {
      for (const modelMs of [0, slow.modelMs]) await add(folder, postgres, { writers, modelMs });
      if (inMemory !== null) await add(inMemory, careless, { writers, modelMs: 0 });
    }
    for (let round = 0; round <= rounds; round += 1) {
      for (const subject of subjects) {
        context.signal.throwIfAborted();
        await measureRound(subject, round);
      }
    }
    const figures = subjects.filter(({ inMemory: isFast }) => !isFast).map((subject) => figuresOf(subject, subjects));
    return { syncMs: timeSyncs(folder), writers: await Promise.all(figures) };
  } finally {
    await Promise.allSettled(subjects.map(({ stack, rows }) => rows.close().then(() => stack.stop())));
    await Promise.all([postgres.stop(), careless.stop()]);
    for (const each of [folder, inMemory]) if (each !== null) await rm(each, { recursive: true, force: true });
  }
};

/** The same applications in both databases, each with a stack of its own. */
async function* newSubjects(
  context: BenchContext,
  folder: string,
  databaseUrl: string,
  shape: Shape,
): AsyncGenerator<Omit<Subject, 'inMemory'>> {
  const own = { ...shape, ...(shape.modelMs === 0 ? {} : { writesAtOnce: slow.writesAtOnce }) };
  const sqlite: StackOptions = { folder: join(folder, 'sqlite'), databaseUrl: null, ...own };
  const postgres: StackOptions = { folder: join(folder, 'postgres'), databaseUrl, ...own };
  const contents = [sqlite, postgres].map((options) => foldersOf(options.folder).contentDir);
  await migrateStore(context, sqlite);
  const ids = fillStore(foldersOf(sqlite.folder).dataDir, contents, runsARound);
  await moveStore(context, { ...postgres, folder: sqlite.folder });
  for (const options of [sqlite, postgres]) {
    const stack = await startScaledStack(context, options);
    const database = options.databaseUrl === null ? 'SQLite' : 'PostgreSQL';
    const figures = { database, ...shape } as const;
    yield {
      figures,
      ids,
      stack,
      rows: await watchRows(options),
      dataDir: foldersOf(options.folder).dataDir,
      driven: [],
      lock: { looks: 0, taken: 0 },
      pinned: [],
      runs: 0,
      redisBefore: await stack.redisBytes(),
    };
  }
}

/** The first round warms everything up and does not count. */
const measureRound = async (subject: Subject, round: number): Promise<void> => {
  const { figures, ids, stack, rows, driven } = subject;
  const wanted = figures.modelMs === 0 ? ids : ids.slice(0, slow.runs);
  const endLook = figures.database === 'SQLite' ? watchLock(subject.dataDir) : null;
  const result = await driveRuns(stack, rows, wanted);
  const { looks, taken } = endLook?.() ?? { looks: 0, taken: 0 };
  subject.runs += wanted.length;
  if (round === 0) return;
  driven.push(result);
  subject.lock = { looks: subject.lock.looks + looks, taken: subject.lock.taken + taken };
  if (figures.modelMs === 0 && !subject.inMemory) await measureOnOneProcessor(subject);
};

/** By turns with the rounds on all processors, so that a busy moment of the machine hits both. */
const measureOnOneProcessor = async (subject: Subject): Promise<void> => {
  const { stack, rows, ids, pinned } = subject;
  const driven = await onOneProcessor(stack.pids.values(), () => driveRuns(stack, rows, ids));
  if (driven === null) return;
  subject.runs += ids.length;
  pinned.push(driven.rate);
};

const figuresOf = async ({ figures, driven, lock, pinned, stack, runs, redisBefore }: Subject, all: Subject[]): Promise<WriterFigures> => ({
  ...figures,
  runsPerSecond: median(driven.map(({ rate }) => rate)),
  cpu: medianCpu(driven),
  clientMs: median(driven.map(({ clientMs }) => clientMs)),
  busy: median(driven.map(({ busy }) => busy)),
  lockHeld: lock.looks === 0 ? null : lock.taken / lock.looks,
  onOneProcessor: pinned.length === 0 ? null : median(pinned),
  withoutDisk: rateInMemory(figures, all),
  redisKb: ((await stack.redisBytes()) - redisBefore) / runs / 1024,
});

const rateInMemory = ({ database, writers, modelMs }: Subject['figures'], all: Subject[]): number | null => {
  const same = all.find(
    ({ inMemory, figures }) => inMemory && figures.database === database && figures.writers === writers && figures.modelMs === modelMs,
  );
  return same === undefined ? null : median(same.driven.map(({ rate }) => rate));
};

const median = (values: number[]): number => percentile(values, 0.5);

const medianCpu = (driven: DrivenRuns[]): Cpu => {
  const of = (part: keyof Cpu) => median(driven.map(({ cpu }) => cpu[part]));
  return { gateway: of('gateway'), writers: of('writers'), redis: of('redis'), postgres: of('postgres') };
};
