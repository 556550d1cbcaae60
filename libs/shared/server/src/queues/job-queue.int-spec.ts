import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newApplication, throwawayDatabase, throwawayRedis, type ThrowawayDatabase } from '@coverwright/testing';
import { AnswerMemo } from '../worker/answer-memo.ts';
import { JobQueue } from './job-queue.ts';

/** Longer than any command of the queue may take. */
const busyMs = 1200;

describe('the queue as producers see it', () => {
  let db: ThrowawayDatabase;

  beforeEach(async () => {
    db = await throwawayDatabase();
  });
  afterEach(() => db.close());

  it('takes runs although the service was too busy to hear from Redis when it started', async () => {
    const queue = await JobQueue.connect(await throwawayRedis());
    const until = Date.now() + busyMs;
    await Promise.resolve();
    while (Date.now() < until);
    const { id } = await db.applications.create(newApplication());
    const { job } = await db.jobs.accept(id, { action: 'write_only' }, { idempotencyKey: null, origin: 'api' });
    await queue.enqueue(job);
    expect(await queue.look(job)).toEqual({ write: 'waiting' });
    await queue.close();
  });

  it('forgets with a deleted run what a model has answered in it', async () => {
    const redisUrl = await throwawayRedis();
    const [queue, memo] = [await JobQueue.connect(redisUrl), await AnswerMemo.connect(redisUrl)];
    await memo.keep('run-1', 'question', 'answer');
    expect(await memo.recall('run-1', 'question')).toBe('answer');
    expect(await queue.forget([{ id: 'run-1', generation: 1 }])).toBe(true);
    expect(await memo.recall('run-1', 'question')).toBeNull();
    memo.close();
    await queue.close();
  });
});
