// Health check of a worker container, which has no HTTP port: exit 0 while the worker talks to Redis, else 1 with the reason.
import { networkInterfaces } from 'node:os';
import { Redis } from 'ioredis';

/** A worker that lives says something every 5 s: it asks for work, renews its locks or looks for stalled jobs. */
const quietForSeconds = 15;

const redis = new Redis(process.env.REDIS_URL, {
  lazyConnect: true,
  connectTimeout: 2000,
  commandTimeout: 2000,
  enableReadyCheck: false,
  disableClientInfo: true,
  retryStrategy: null,
});
redis.on('error', () => undefined);

try {
  const idle = await readIdleSeconds();
  if (!idle.some((seconds) => seconds < quietForSeconds)) {
    fail(idle.length === 0 ? 'The worker is not connected to Redis.' : `The worker has been silent for ${Math.min(...idle)} s.`);
  }
} catch (error) {
  fail(`Redis does not answer (${error.message}).`);
} finally {
  redis.disconnect();
}

/** Seconds since each connection of this container was last used, this check's own left out. */
async function readIdleSeconds() {
  await redis.connect();
  const ownId = String(await redis.client('ID'));
  const addresses = new Set(Object.values(networkInterfaces()).flatMap((entries) => entries.map((entry) => entry.address)));
  return (await redis.client('LIST'))
    .split('\n')
    .map((line) => Object.fromEntries(line.split(' ').map((field) => field.split(/=(.*)/s))))
    .filter((client) => client.id !== ownId && addresses.has(hostOf(client.addr)))
    .map((client) => Number(client.idle));
}

function hostOf(address = '') {
  return address.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
}

function fail(reason) {
  console.error(reason);
  process.exitCode = 1;
}
