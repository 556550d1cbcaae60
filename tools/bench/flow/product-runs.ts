import { join } from 'node:path';
import type { Guardian } from '../../process/guardian.ts';
import { root } from '../../root.ts';
import { launchStack, type Stack } from '../../start/launch-stack.ts';
import { readLauncherSettings } from '../../start/settings.ts';
import { productPlan } from '../../start/stack-plan.ts';
import { postWriteOnly } from './gateway-client.ts';
import { concurrency } from './plan.ts';
import { runAtOnce } from './run-at-once.ts';
import type { Sqlite } from './sqlite.ts';

const lookEveryMs = 10;

export interface ProductFolders {
  redisUrl: string;
  dataDir: string;
  contentDir: string;
}

/** The gateway as it ships and the writer with an instant model, started by the launcher as `npm start` does. */
export const startProduct = async (guardian: Guardian, signal: AbortSignal, folders: ProductFolders): Promise<Stack> => {
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: '0',
    AUTH_TOKEN: '',
    DATA_DIR: folders.dataDir,
    CONTENT_DIR: folders.contentDir,
    REDIS_URL: folders.redisUrl,
    DATABASE_URL: '',
    LLM_PROVIDER: 'offline',
    LOG_LEVEL: 'info',
    LOG_FORMAT: 'json',
    WRITE_CONCURRENT_JOBS: String(concurrency),
  };
  const services = productPlan.services
    .filter(({ name }) => name !== 'researcher')
    .map((service) => (service.name === 'writer' ? { name: 'writer', entry: join(root, 'tools/bench/flow/product-writer.ts') } : service));
  const settings = readLauncherSettings(env, root, false);
  return launchStack(
    { migrate: productPlan.migrate, services },
    { guardian, settings, env, logs: 'json', write: () => undefined, say: console.error, signal },
  );
};

/** Asks for a letter for each application and resolves with runs a second when the database has them all as done. */
export const measureProduct = async (url: string, database: Sqlite, applicationIds: string[]): Promise<number> => {
  const successes = database.prepare(`SELECT count(*) AS runs FROM background_jobs WHERE status = 'success'`);
  const failures = database.prepare(`SELECT count(*) AS runs FROM background_jobs WHERE status IN ('failure', 'cancelled')`);
  const count = (query: typeof successes) => (query.get() as { runs: number }).runs;
  const wanted = count(successes) + applicationIds.length;
  const began = performance.now();
  await runAtOnce(applicationIds, concurrency, (id) => postWriteOnly(url, id));
  while (count(successes) < wanted) {
    if (count(failures) > 0) throw new Error('A run of the bench failed.');
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  return (applicationIds.length / (performance.now() - began)) * 1000;
};
