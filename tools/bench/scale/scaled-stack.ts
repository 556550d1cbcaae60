import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { runCommand } from '../../process/run-command.ts';
import { UserError } from '../../process/user-error.ts';
import { startPrivateRedis } from '../../redis/private-redis.ts';
import { cacheDir, root } from '../../root.ts';
import { launchStack } from '../../start/launch-stack.ts';
import { readLauncherSettings } from '../../start/settings.ts';
import { productPlan } from '../../start/stack-plan.ts';
import type { BenchContext } from '../benches.ts';
import { concurrency } from '../flow/plan.ts';
import { cpuMs, cpuMsOfTree, parentOf } from './process-usage.ts';

export interface StackOptions {
  folder: string;
  /** Null: SQLite. */
  databaseUrl: string | null;
  /** Writers with a model that answers at once, or after `modelMs`; null: the real researcher and writer. */
  writers: number | null;
  modelMs?: number;
  writesAtOnce?: number;
}

/** Milliseconds of processor time so far, by part. */
export type Cpu = Record<'gateway' | 'writers' | 'redis' | 'postgres', number>;

export interface ScaledStack {
  url: string;
  /** Seconds from the command to ready. */
  startSeconds: number;
  pids: Map<string, number>;
  cpu: () => Cpu;
  stop: () => Promise<void>;
}

export const foldersOf = (folder: string) => ({ dataDir: join(folder, 'data'), contentDir: join(folder, 'content') });

const environment = (options: StackOptions, redisUrl: string): NodeJS.ProcessEnv => ({
  ...process.env,
  HOST: '127.0.0.1',
  PORT: '0',
  AUTH_TOKEN: '',
  DATA_DIR: foldersOf(options.folder).dataDir,
  CONTENT_DIR: foldersOf(options.folder).contentDir,
  REDIS_URL: redisUrl,
  DATABASE_URL: options.databaseUrl ?? '',
  LLM_PROVIDER: 'offline',
  LOG_LEVEL: 'info',
  LOG_FORMAT: 'json',
  OTEL_EXPORTER_OTLP_ENDPOINT: '',
  WRITE_CONCURRENT_JOBS: String(options.writesAtOnce ?? concurrency),
  BENCH_MODEL_MS: String(options.modelMs ?? 0),
});

/** Brings a store up to date, as the launcher does before anything starts. */
export const migrateStore = ({ guardian, signal }: BenchContext, options: StackOptions): Promise<void> =>
  runProduct({ guardian, signal }, productPlan.migrate, environment(options, ''));

/** Moves a filled SQLite store to PostgreSQL with the product's own tool. */
export const moveStore = ({ guardian, signal }: BenchContext, options: StackOptions): Promise<void> =>
  runProduct({ guardian, signal }, join(root, 'libs/shared/server/dist/move-to-postgres.js'), environment(options, ''));

const runProduct = async ({ guardian, signal }: Pick<BenchContext, 'guardian' | 'signal'>, script: string, env: NodeJS.ProcessEnv) => {
  await mkdir(String(env.DATA_DIR), { recursive: true });
  const { code, output } = await runCommand(guardian, process.execPath, [script], { cwd: root, env, signal, capture: true });
  if (code !== 0) throw new UserError(`The bench's store could not be made: ${output.trim()}`);
};

/** Gateway and workers as the launcher starts them, with a Redis of their own. */
export const startScaledStack = async ({ guardian, signal }: BenchContext, options: StackOptions): Promise<ScaledStack> => {
  const redis = await startPrivateRedis({ guardian, dir: join(options.folder, 'redis'), cache: cacheDir, say: () => undefined });
  await redis.supervisor.ready;
  const env = environment(options, redis.url);
  const instant = join(root, 'tools/bench/flow/product-writer.ts');
  const { writers } = options;
  const services =
    writers === null
      ? productPlan.services
      : [
          ...productPlan.services.filter(({ name }) => name === 'gateway'),
          ...Array.from({ length: writers }, (_, index) => ({ name: `writer-${index + 1}`, entry: instant })),
        ];
  const settings = readLauncherSettings(env, root, false);
  const began = performance.now();
  const stack = await launchStack(
    { migrate: productPlan.migrate, services },
    { guardian, settings, env, logs: 'json', write: () => undefined, say: () => undefined, signal },
  );
  const startSeconds = (performance.now() - began) / 1000;
  const pids = new Map([...stack.services].map(([name, { pid }]) => [name, pid ?? 0]));
  pids.set('redis', redis.supervisor.pid ?? 0);
  if (options.databaseUrl !== null) pids.set('postgres', await findPostgres(options.databaseUrl));
  const sum = (fits: (name: string) => boolean) =>
    [...pids].filter(([name]) => fits(name)).reduce((total, [, pid]) => total + cpuMs(pid), 0);
  return {
    url: stack.url,
    startSeconds,
    pids,
    cpu: () => ({
      gateway: sum((name) => name === 'gateway'),
      writers: sum((name) => name.startsWith('writer')),
      redis: sum((name) => name === 'redis'),
      postgres: pids.has('postgres') ? cpuMsOfTree(pids.get('postgres') ?? 0) : 0,
    }),
    stop: async () => {
      await stack.stop();
      await redis.supervisor.stop(10_000);
    },
  };
};

/** The server's first process: the parent of the one that serves this question. */
const findPostgres = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return parentOf(rows[0]?.pid ?? 0);
  } finally {
    await client.end();
  }
};
