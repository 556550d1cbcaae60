import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { createLogger } from '../logging/logger.ts';
import { EventPublisher } from '../events/event-stream.ts';
import { CancelChannel } from '../queues/cancel-channel.ts';
import { JobQueue } from '../queues/job-queue.ts';
import {
  databaseKinds,
  newApplication,
  newVersion,
  startLine,
  throwawayDatabase,
  throwawayRedis,
  type Line,
  type ThrowawayDatabase,
} from '@coverwright/testing';
import { AppError } from '../errors/app-error.ts';
import type { BackgroundJob } from '../database/repositories/job.repository.ts';
import type { JobHandler } from './job-worker.ts';
import type { Run } from './run.ts';

describe.each(databaseKinds)('a worker (%s)', (kind) => {
  let db: ThrowawayDatabase;
  let queue: JobQueue;
  let events: EventPublisher;
  let cancels: CancelChannel;
  let lines: Line[];
  let redisUrl: string;

  beforeEach(async () => {
    db = await throwawayDatabase(kind);
    redisUrl = await throwawayRedis();
    queue = await JobQueue.connect(redisUrl);
    events = await EventPublisher.connect(redisUrl, () => undefined);
    cancels = new CancelChannel(redisUrl);
    lines = [];
  });
  afterEach(async () => {
    for (const line of lines) await line.close();
    await events.close();
    cancels.close();
    await queue.close();
    await db.close();
  });

  const logger = createLogger('test', { level: 'silent', format: 'json' });
  const start = async (handler: JobHandler): Promise<Line> => {
    const meter = { count: () => undefined, observe: () => undefined };
    const parts = { redisUrl, jobs: db.jobs, documents: db.documents, events, cancels, meter, logger, waitMs: 20 };
    const line = await startLine(parts, { research: handler, write: handler });
    lines.push(line);
    return line;
  };
  const accept = async (): Promise<BackgroundJob> => {
    const { id } = await db.applications.create(newApplication());
    const { job } = await db.jobs.accept(id, { action: 'write_only' }, { idempotencyKey: null, origin: 'api' });
    await queue.enqueue(job);
    return job;
  };
  const save = (run: Run) => run.finishWithDocument(newVersion(run.job.application_id, { job_id: run.job.id }), 0);
  /** Calls of a recipe that can be waited for. */
  const recipe = (work: (run: Run, call: number) => Promise<unknown>) => {
    let calls = 0;
    const waiting: { call: number; resolve: (run: Run) => void }[] = [];
    return {
      calls: () => calls,
      handler: async (run: Run) => {
        calls += 1;
        const call = calls;
        waiting.filter((waiter) => waiter.call === call).forEach((waiter) => waiter.resolve(run));
        await work(run, call);
      },
      called: (call: number) => new Promise<Run>((resolve) => waiting.push({ call, resolve })),
    };
  };
  const untilStopped = (run: Run) =>
    new Promise((_, reject) => run.signal.addEventListener('abort', () => reject(run.signal.reason as Error), { once: true }));

  it('leaves nothing in the queue and says nothing more of a run that was deleted under its hands', async () => {
    const late = recipe(async (run) => {
      run.draft('too late');
      await untilStopped(run);
    });
    const line = await start(late.handler);
    const called = late.called(1);
    const job = await accept();
    const run = await called;
    await db.applications.delete(job.application_id);
    await events.forget(job.application_id);
    expect(await queue.forget([job])).toBe(false);
    events.publish(job.application_id, 'draft_delta', { job_id: job.id, text: 'later still' });
    run.stop('superseded');
    await line.close();
    const redis = new Redis(redisUrl);
    const left = (await redis.keys('*')).filter((key) => key.includes(job.id) || key.includes(job.application_id));
    redis.disconnect();
    expect(left).toEqual([`{coverwright}:deleted:${job.application_id}`]);
    expect(await queue.forget([job])).toBe(true);
  });

  it('waits out a full disk and counts it as one try', async () => {
    const done = Promise.withResolvers<void>();
    const full = recipe(async (run, call) => {
      if (call <= 3) throw Object.assign(new Error('write failed'), { code: 'ENOSPC' });
      await save(run);
      done.resolve();
    });
    await start(full.handler);
    const job = await accept();
    await full.called(2);
    await done.promise;
    expect(await db.jobs.get(job.id)).toMatchObject({ status: 'success', attempts: 1 });
  });

  it('ends a run for a reason of its own at the first try', async () => {
    const failing = recipe(async () => {
      throw new AppError('RESUME_MISSING', 'no resume', { hint: 'put one' });
    });
    await start(failing.handler);
    const job = await accept();
    const view = async () => (await queue.look(job)) as { write: string };
    const run = await failing.called(1);
    while ((await view()).write !== 'failed') await new Promise((resolve) => setImmediate(resolve));
    expect(await db.jobs.get(run.job.id)).toMatchObject({
      status: 'failure',
      error: { code: 'RESUME_MISSING', message: 'no resume', hint: 'put one' },
    });
    expect(failing.calls()).toBe(1);
  });

  it('ends a run for its own reason although the database was away when it was to be stored', async () => {
    const failing = recipe(async () => {
      throw new AppError('RESUME_MISSING', 'no resume', { hint: 'put one' });
    });
    const fail = db.jobs.fail.bind(db.jobs);
    let fails = 0;
    db.jobs.fail = async (...given) => {
      fails += 1;
      if (fails === 1) throw Object.assign(new Error('the database is away'), { code: 'ECONNREFUSED' });
      return fail(...given);
    };
    await start(failing.handler);
    const job = await accept();
    await failing.called(2);
    while ((await db.jobs.get(job.id)).status !== 'failure') await new Promise((resolve) => setImmediate(resolve));
    expect(await db.jobs.get(job.id)).toMatchObject({ error: { code: 'RESUME_MISSING', message: 'no resume', hint: 'put one' } });
  });

  it('leaves a cancelled run at once', async () => {
    const stuck = recipe(untilStopped);
    await start(stuck.handler);
    const job = await accept();
    const run = await stuck.called(1);
    await db.jobs.cancel(job.id);
    const stopped = new Promise((resolve) => run.signal.addEventListener('abort', resolve, { once: true }));
    await cancels.announce({ job_id: job.id, generation: job.generation });
    await stopped;
    expect(run.stopped).toBe('superseded');
    expect((await db.jobs.get(job.id)).status).toBe('cancelled');
  });

  it('hands a run back when it has to stop, and the next worker finishes it', async () => {
    const first = recipe(untilStopped);
    const line = await start(first.handler);
    const job = await accept();
    await first.called(1);
    await line.close();
    lines = [];
    expect((await db.jobs.get(job.id)).status).toBe('running');
    const done = Promise.withResolvers<void>();
    await start(async (run) => {
      await save(run);
      done.resolve();
    });
    await done.promise;
    expect((await db.documents.list(job.application_id, { limit: 10 })).items).toHaveLength(1);
  });
});
