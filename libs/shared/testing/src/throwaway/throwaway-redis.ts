import { Redis } from 'ioredis';

/** An empty Redis database for this test worker. `npm test` provides the server and says where it is in REDIS_URL. */
export async function throwawayRedis(): Promise<string> {
  const server = process.env['REDIS_URL'];
  if (server === undefined)
    throw new Error(
      'Integration tests need a Redis: run them with `npm test -- integration`, or set REDIS_URL to one that may be emptied.',
    );
  const url = new URL(server);
  url.pathname = `/${process.env['JEST_WORKER_ID'] ?? '0'}`;
  const redis = new Redis(url.href);
  await redis.flushdb();
  redis.disconnect();
  return url.href;
}
