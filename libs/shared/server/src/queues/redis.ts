import { once } from 'node:events';
import { Redis, type RedisOptions } from 'ioredis';
import { splitAddress } from './redis-address.ts';

/**
 * A connection that knows its instance's keys: every key and channel of the product is made by `key`, or is BullMQ's and begins with
 * `keyPrefix`. The braces keep all of them in one slot of a Redis Cluster.
 */
export class ProductRedis extends Redis {
  readonly keyPrefix: string;

  constructor(address: string, options: RedisOptions) {
    const { url, prefix } = splitAddress(address);
    super(url, options);
    this.keyPrefix = `{${prefix}}`;
    // Without a listener an unreachable Redis would end the process; who uses the connection sees its commands fail.
    this.on('error', () => undefined);
  }

  key(...names: string[]): string {
    return [this.keyPrefix, ...names].join(':');
  }
}

const reconnect = (attempt: number) => Math.min(100 * attempt, 1000);

/**
 * A connection for work that must answer soon: commands fail at once while Redis is away and after a second when it hangs. The default
 * would wait for ever, and run the command later.
 */
export function connectFailFast(address: string): ProductRedis {
  return new ProductRedis(address, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 1000,
    connectTimeout: 1000,
    retryStrategy: reconnect,
  });
}

/** A connection for workers and listeners: waits for Redis as long as it takes, and is back within a second of its return. */
export function connectPatient(address: string): ProductRedis {
  return new ProductRedis(address, { maxRetriesPerRequest: null, retryStrategy: reconnect });
}

/** Waits for the first connection, but not longer than a second: a service also starts while Redis is away. */
export async function connected(redis: ProductRedis): Promise<ProductRedis> {
  if (redis.status === 'ready') return redis;
  const ready = once(redis, 'ready', { signal: AbortSignal.timeout(1000) });
  await ready.catch(() => undefined);
  return redis;
}
