import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { makeCertificate, newApplication, newVersion, startLine, throwawayDatabase, throwawayRedis } from '@coverwright/testing';
import { EventPublisher } from '../events/event-stream.ts';
import { createLogger } from '../logging/logger.ts';
import { Meter } from '../telemetry/meter.ts';
import { CancelChannel } from './cancel-channel.ts';
import { JobQueue } from './job-queue.ts';
import { withKeyPrefix } from './redis-address.ts';
import { connected, connectFailFast, connectPatient } from './redis.ts';

const password = 'p@ss/word:1';
const knownBefore = getCACertificates('default');

/** The server that runs the tests, as a command that runs another one like it. */
async function serverCommand(): Promise<{ command: string; env: NodeJS.ProcessEnv }> {
  const redis = new Redis(await throwawayRedis());
  const info = await redis.info('server');
  redis.disconnect();
  const field = (name: string) => new RegExp(`^${name}:(.*)\r?$`, 'm').exec(info)?.[1]?.trim() ?? '';
  // Unpacked beside the system, it has to be told where its libraries are: where those of the running one are.
  const maps = `/proc/${field('process_id')}/maps`;
  const libraries = existsSync(maps) ? (readFileSync(maps, 'utf8').match(/\/\S+\.so\S*/g) ?? []).map((file) => dirname(file)) : [];
  return { command: field('executable'), env: { ...process.env, LD_LIBRARY_PATH: [...new Set(libraries)].join(':') } };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('a Redis with TLS and a password', () => {
  let folder: string;
  let server: ChildProcess;
  let port: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coverwright-redis-'));
    const { cert, key } = makeCertificate(['localhost']);
    await writeFile(join(folder, 'cert.pem'), cert);
    await writeFile(join(folder, 'key.pem'), key);
    // As NODE_EXTRA_CA_CERTS does for a service.
    setDefaultCACertificates([...knownBefore, cert]);
    port = await freePort();
    const { command, env } = await serverCommand();
    const tls = ['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no'];
    const files = [
      '--tls-cert-file',
      join(folder, 'cert.pem'),
      '--tls-key-file',
      join(folder, 'key.pem'),
      '--tls-ca-cert-file',
      join(folder, 'cert.pem'),
    ];
    server = spawn(command, ['--bind', '127.0.0.1', ...tls, ...files, '--requirepass', password, '--dir', folder, '--save', ''], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    await new Promise<void>((resolve, reject) => {
      server.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Ready to accept connections')) resolve();
      });
      server.once('exit', () => reject(new Error(`This Redis cannot do TLS or did not start:\n${said}`)));
    });
  });
  afterAll(async () => {
    setDefaultCACertificates(knownBefore);
    if (server.exitCode === null) {
      server.kill();
      await once(server, 'exit');
    }
    await rm(folder, { recursive: true });
  });

  const address = (secret: string) => `rediss://:${encodeURIComponent(secret)}@localhost:${port}`;

  it.each([
    ['work that must answer soon', connectFailFast],
    ['workers', connectPatient],
  ])('is reached by REDIS_URL alone for %s', async (_, connect) => {
    const redis = await connected(connect(address(password)));
    expect(await redis.ping()).toBe('PONG');
    redis.disconnect();
  });

  it('carries a run from the gateway to its letter, under the prefix that was asked for', async () => {
    const db = await throwawayDatabase();
    const redisUrl = withKeyPrefix(address(password), 'team-2');
    const [queue, events, meter] = await Promise.all([
      JobQueue.connect(redisUrl),
      EventPublisher.connect(redisUrl, () => undefined),
      Meter.connect(redisUrl),
    ]);
    const cancels = new CancelChannel(redisUrl);
    const done = Promise.withResolvers<string>();
    const logger = createLogger('test', { level: 'silent', format: 'json' });
    const line = await startLine(
      { redisUrl, jobs: db.jobs, documents: db.documents, events, cancels, meter, logger },
      {
        research: () => Promise.resolve(),
        write: async (run) => {
          await run.finishWithDocument(newVersion(run.job.application_id, { job_id: run.job.id }), 0);
          done.resolve(run.job.id);
        },
      },
    );
    const { id } = await db.applications.create(newApplication());
    const { job } = await db.jobs.accept(id, { action: 'write_only' }, { idempotencyKey: null, origin: 'api' });
    await queue.enqueue(job);
    expect(await done.promise).toBe(job.id);
    expect((await db.jobs.get(job.id)).status).toBe('success');
    await line.close();
    cancels.close();
    await Promise.all([events.close(), meter.close(), queue.close()]);
    await db.close();
  });

  it('lets nobody in with another password', async () => {
    const redis = connectFailFast(address('other'));
    await expect(connected(redis).then((reached) => reached.ping())).rejects.toThrow();
    redis.disconnect();
  });

  it('is not trusted when its certificate is not', async () => {
    setDefaultCACertificates(knownBefore);
    const redis = connectFailFast(address(password));
    await expect(connected(redis).then((reached) => reached.ping())).rejects.toThrow();
    redis.disconnect();
    setDefaultCACertificates([...knownBefore, readFileSync(join(folder, 'cert.pem'), 'utf8')]);
  });
});
