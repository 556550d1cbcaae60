import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guardian } from '../process/guardian.ts';
import { root } from '../root.ts';
import { launchStack } from '../start/launch-stack.ts';
import { readLauncherSettings } from '../start/settings.ts';
import { productPlan } from '../start/stack-plan.ts';

export interface RunningProduct {
  url: string;
  /** Ends it and removes its folder. */
  stop: () => Promise<void>;
}

/** The product as it ships, on a free port, with a Redis, a database and folders of its own; some of its services may be left out. */
export const startProduct = async (
  guardian: Guardian,
  signal: AbortSignal,
  more: Record<string, string>,
  without: readonly string[] = [],
): Promise<RunningProduct> => {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-product-'));
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: '0',
    AUTH_TOKEN: '',
    DATA_DIR: join(folder, 'data'),
    CONTENT_DIR: join(folder, 'content'),
    REDIS_URL: '',
    DATABASE_URL: '',
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'json',
    ...more,
  };
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const settings = readLauncherSettings(env, root, false);
    const services = productPlan.services.filter(({ name }) => !without.includes(name));
    const stack = await launchStack(
      { ...productPlan, services },
      {
        guardian,
        settings,
        env,
        logs: 'json',
        write: () => undefined,
        say: console.error,
        signal,
      },
    );
    return { url: stack.url, stop: () => stack.stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
};
