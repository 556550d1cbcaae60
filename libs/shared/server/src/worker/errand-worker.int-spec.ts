import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import type { ErrandResult } from '@coverwright/contracts';
import { throwawayRedis } from '@coverwright/testing';
import { AppError } from '../errors/app-error.ts';
import { createLogger } from '../logging/logger.ts';
import { CancelChannel } from '../queues/cancel-channel.ts';
import { ErrandDesk } from '../queues/errand-desk.ts';
import { JobQueue } from '../queues/job-queue.ts';
import { ErrandWorker, type ErrandHandler } from './errand-worker.ts';

const nothing = {
  company_name: null,
  job_title: null,
  company_url: null,
  location: null,
  remote: null,
  employment_type: null,
  salary: null,
  job_description: null,
};
const found: ErrandResult<'import'> = { posting: { ...nothing, job_title: 'Lens Grinder', job_description: 'Grind lenses.' }, missing: [] };
const never = new AbortController().signal;

describe('an errand', () => {
  let redisUrl: string;
  let queue: JobQueue;
  let cancels: CancelChannel;
  let desk: ErrandDesk;
  let workers: ErrandWorker<'import'>[];

  beforeEach(async () => {
    redisUrl = await throwawayRedis();
    queue = await JobQueue.connect(redisUrl);
    cancels = new CancelChannel(redisUrl);
    desk = new ErrandDesk(queue, cancels, redisUrl);
    workers = [];
  });
  afterEach(async () => {
    for (const worker of workers) await worker.drain();
    cancels.close();
    await queue.close();
  });

  const logger = createLogger('test', { level: 'silent', format: 'json' });
  const start = async (handler: ErrandHandler<'import'>): Promise<ErrandWorker<'import'>> => {
    const worker = new ErrandWorker('import', handler, { redisUrl, concurrency: 2, cancels, logger });
    workers.push(worker);
    await worker.ready();
    return worker;
  };
  const ask = (signal = never) => desk.ask('import', { url: 'https://fernhill.example/jobs/1' }, signal);
  /** A handler that waits until it is told to stop or to go on. */
  const held = () => {
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const stopped = Promise.withResolvers<unknown>();
    const handler: ErrandHandler<'import'> = async (_payload, signal) => {
      begun.resolve();
      signal.addEventListener('abort', () => stopped.resolve(signal.reason), { once: true });
      await Promise.race([goOn.promise, stopped.promise]);
      signal.throwIfAborted();
      return found;
    };
    return { begun: begun.promise, goOn: () => goOn.resolve(), stopped: stopped.promise, handler };
  };

  it('brings its answer to the asker and leaves none of it in Redis', async () => {
    await start(async () => found);
    expect(await ask()).toEqual(found);
    await workers.pop()!.drain();
    const redis = new Redis(redisUrl);
    const dumped = await Promise.all((await redis.keys('*')).map((key) => redis.dumpBuffer(key)));
    redis.disconnect();
    expect(Buffer.concat(dumped.map((dump) => dump ?? Buffer.alloc(0))).includes('Grind lenses')).toBe(false);
    expect(await queue.queues.import.getJobCounts()).toMatchObject({ waiting: 0, active: 0, completed: 0, failed: 0 });
  });

  it('tells what went wrong by its code, and of our own faults nothing of the inside', async () => {
    await start(async ({ url }) => {
      throw url.endsWith('1') ? new AppError('URL_REFUSED', 'Not there.', { hint: 'Go elsewhere.' }) : new Error('secret at /srv/x.ts');
    });
    await expect(ask()).rejects.toMatchObject({ code: 'URL_REFUSED', message: 'Not there.', hint: 'Go elsewhere.' });
    await expect(desk.ask('import', { url: 'https://fernhill.example/2' }, never)).rejects.toMatchObject({ code: 'INTERNAL' });
    await expect(desk.ask('import', { url: 'https://fernhill.example/2' }, never)).rejects.not.toThrow('secret');
  });

  it('is taken out of the queue when the asker leaves before it began', async () => {
    const leaving = new AbortController();
    const asked = ask(leaving.signal);
    await until(async () => (await queue.queues.import.getWaitingCount()) === 1);
    leaving.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
    expect(await queue.queues.import.getWaitingCount()).toBe(0);
  });

  it('is stopped at work when the asker leaves', async () => {
    const work = held();
    await start(work.handler);
    const leaving = new AbortController();
    const asked = ask(leaving.signal);
    await work.begun;
    leaving.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
    expect(await work.stopped).toMatchObject({ message: 'The errand was called off.' });
  });

  it('goes to another worker when its own is shut down', async () => {
    const first = held();
    const worker = await start(first.handler);
    const asked = ask();
    await first.begun;
    const drained = worker.drain();
    await first.stopped;
    await drained;
    workers = [];
    await start(async () => found);
    expect(await asked).toEqual(found);
  });

  it('is dropped when it lay in the queue for longer than anybody waits', async () => {
    const url = 'https://fernhill.example/late';
    await queue.queues.import.add('import', { url }, { jobId: 'late-one', timestamp: Date.now() - 60_000, removeOnComplete: true });
    const done: string[] = [];
    await start(async (payload) => {
      done.push(payload.url);
      return found;
    });
    await ask();
    expect(done).toEqual(['https://fernhill.example/jobs/1']);
  });

  it('is refused at once while Redis is away', async () => {
    const away = await JobQueue.connect('redis://127.0.0.1:1');
    const atOnce = new ErrandDesk(away, cancels, 'redis://127.0.0.1:1').ask('import', { url: 'https://fernhill.example' }, never);
    await expect(atOnce).rejects.toMatchObject({ code: 'QUEUE_UNAVAILABLE' });
    await away.close();
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
