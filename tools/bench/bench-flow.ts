import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../process/run-command.ts';
import { UserError } from '../process/user-error.ts';
import { startPrivateRedis } from '../redis/private-redis.ts';
import { cacheDir, root } from '../root.ts';
import { productPlan } from '../start/stack-plan.ts';
import type { BenchContext } from './benches.ts';
import { startBareFlows } from './flow/bare-flows.ts';
import { measureIdle } from './flow/measure-idle.ts';
import { measureProduct, startProduct } from './flow/product-runs.ts';
import { sayFigures, type Rates } from './flow/say-figures.ts';
import { insertApplications, openSqlite, type Sqlite } from './flow/sqlite.ts';
import { acceptByHand } from './flow/writes-by-hand.ts';

const rounds = 3;
const runsARound = 400;
const bareRunsARound = 2000;
const idleWarmUp = 20;
const idleRuns = 150;
const prefix = '{bench}';

type Closing = (() => unknown)[];

/**
 * What the durable protocol costs: runs a second of the product against BullMQ alone, and against BullMQ with the same durable writes done
 * by hand; and how long one run takes when nothing else is going on.
 */
export const benchFlow = async (context: BenchContext): Promise<void> => {
  const closing: Closing = [];
  try {
    await measureAll(context, closing);
  } finally {
    for (const close of closing.reverse()) await close();
  }
};

const measureAll = async (context: BenchContext, closing: Closing): Promise<void> => {
  const { guardian, signal, say } = context;
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-bench-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const redis = await startPrivateRedis({ guardian, dir: join(folder, 'redis'), cache: cacheDir, say });
  closing.push(() => redis.supervisor.stop(10_000));
  await redis.supervisor.ready;

  const ids = Array.from({ length: runsARound }, () => randomUUID());
  const product = await newStore(context, join(folder, 'product'), ids, closing);
  const hand = await newStore(context, join(folder, 'hand'), ids, closing);
  const own = { redisUrl: redis.url, prefix };
  const single = await startBareFlows(guardian, { ...own, queues: ['single'], byHand: null });
  closing.push(() => single.close());
  const paired = await startBareFlows(guardian, { ...own, queues: ['child', 'parent'], byHand: null });
  closing.push(() => paired.close());
  const byHand = await startBareFlows(guardian, { ...own, queues: ['hand'], byHand: hand.folders }, acceptByHand(hand.database));
  closing.push(() => byHand.close());
  const stack = await startProduct(guardian, signal, { redisUrl: redis.url, ...product.folders });
  closing.push(() => stack.stop());

  const many = Array.from({ length: bareRunsARound }, () => randomUUID());
  const rates: Rates[] = [];
  // The first round warms everything up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    signal.throwIfAborted();
    rates.push({
      single: await single.measure(many),
      paired: await paired.measure(many),
      byHand: await byHand.measure(ids),
      product: await measureProduct(stack.url, product.database, ids),
    });
  }
  const idle = await measureIdle(stack.url, ids[0] ?? '', idleWarmUp, idleRuns);
  sayFigures(say, rates.slice(1), idle);
};

interface Store {
  folders: { dataDir: string; contentDir: string };
  database: Sqlite;
}

/** A database with the product's schema and some applications, and a folder for letters. */
const newStore = async ({ guardian, signal }: BenchContext, folder: string, applicationIds: string[], closing: Closing): Promise<Store> => {
  const folders = { dataDir: join(folder, 'data'), contentDir: join(folder, 'content') };
  await mkdir(folders.dataDir, { recursive: true });
  const env = { ...process.env, DATA_DIR: folders.dataDir, DATABASE_URL: '' };
  const { code, output } = await runCommand(guardian, process.execPath, [productPlan.migrate], { cwd: root, env, signal, capture: true });
  if (code !== 0) throw new UserError(`The bench's database could not be made: ${output.trim()}`);
  const database = openSqlite(folders.dataDir);
  closing.push(() => database.close());
  insertApplications(database, applicationIds);
  return { folders, database };
};
