import { once } from 'node:events';
import { Redis } from 'ioredis';

/** Every key of the product starts with this; the braces keep the flow's queues in one slot of a Redis Cluster. */
export const keyPrefix = '{coverwright}';

const reconnect = (attempt: number) => Math.min(100 * attempt, 1000);

/**
 * A connection for work that must answer soon: commands fail at once while Redis is away and after a second when it hangs. The default
 * would wait for ever, and run the command later.
 */
export function connectFailFast(url: string): Redis {
  return quiet(
    new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: 1000,
      connectTimeout: 1000,
      retryStrategy: reconnect,
    }),
  );
}

/** A connection for workers and listeners: waits for Redis as long as it takes, and is back within a second of its return. */
export function connectPatient(url: string): Redis {
  return quiet(new Redis(url, { maxRetriesPerRequest: null, retryStrategy: reconnect }));
}

/** Waits for the first connection, but not longer than a second: a service also starts while Redis is away. */
export async function connected(redis: Redis): Promise<Redis> {
  if (redis.status === 'ready') return redis;
  const ready = once(redis, 'ready', { signal: AbortSignal.timeout(1000) });
  await ready.catch(() => undefined);
  return redis;
}

/** Without a listener an unreachable Redis would end the process; who uses the connection sees its commands fail. */
function quiet(redis: Redis): Redis {
  return redis.on('error', () => undefined);
}
