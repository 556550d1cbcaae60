import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import {
  newApplication,
  newVersion,
  startLine,
  throwawayDatabase,
  throwawayRedis,
  type Line,
  type ThrowawayDatabase,
} from '@coverwright/testing';
import { EventPublisher } from '../events/event-stream.ts';
import { createLogger } from '../logging/logger.ts';
import { Meter } from '../telemetry/meter.ts';
import { AnswerMemo } from '../worker/answer-memo.ts';
import { ErrandWorker } from '../worker/errand-worker.ts';
import type { Run } from '../worker/run.ts';
import { CancelChannel } from './cancel-channel.ts';
import { ErrandDesk } from './errand-desk.ts';
import { JobQueue } from './job-queue.ts';
import { connectFailFast, connected } from './redis.ts';
import { withKeyPrefix } from './redis-address.ts';

const logger = createLogger('test', { level: 'silent', format: 'json' });
const posting = {
  company_name: null,
  job_title: null,
  company_url: null,
  location: null,
  remote: null,
  employment_type: null,
  salary: null,
  job_description: null,
};

/** Every key that commands of one Redis database name from now on, as Redis itself reads them. */
class KeyWatch {
  private readonly commands: string[][] = [];

  private constructor(
    private readonly redis: Redis,
    private readonly monitor: Redis,
  ) {}

  static async start(url: string): Promise<KeyWatch> {
    const redis = new Redis(url);
    const monitor = await redis.monitor();
    const watch = new KeyWatch(redis, monitor);
    const own = new URL(url).pathname.slice(1);
    monitor.on('monitor', (_time: string, args: string[], _source: string, database: string) => {
      if (database === own) watch.commands.push(args);
    });
    return watch;
  }

  /** Also gives the words of each command, for a message that helps. */
  async keys(): Promise<Map<string, string>> {
    const keys = new Map<string, string>();
    for (const args of [...this.commands]) {
      const named = (await this.redis.call('COMMAND', 'GETKEYS', ...args).catch(() => [])) as string[];
      for (const key of named) keys.set(key, args.join(' ').slice(0, 100));
    }
    return keys;
  }

  stop(): void {
    this.monitor.disconnect();
    this.redis.disconnect();
  }
}

describe('what the product keeps in Redis', () => {
  let db: ThrowawayDatabase;
  let redisUrl: string;
  let watch: KeyWatch;
  let lines: Line[];

  beforeEach(async () => {
    db = await throwawayDatabase();
    redisUrl = await throwawayRedis();
    watch = await KeyWatch.start(redisUrl);
    lines = [];
  });
  afterEach(async () => {
    for (const line of lines) await line.close();
    watch.stop();
    await db.close();
  });

  it.each([
    ['as it is without being told', (url: string) => url, '{coverwright}:'],
    ['of its own', (url: string) => withKeyPrefix(url, 'team-2'), '{team-2}:'],
  ])('carries one hash tag, %s, in every key, so that all of it lies in one slot of a cluster', async (_, address, begins) => {
    redisUrl = address(redisUrl);
    const [queue, events, meter, memo] = await Promise.all([
      JobQueue.connect(redisUrl),
      EventPublisher.connect(redisUrl, () => undefined),
      Meter.connect(redisUrl),
      AnswerMemo.connect(redisUrl),
    ]);
    const cancels = new CancelChannel(redisUrl);
    const saved = Promise.withResolvers<void>();
    const handlers = {
      research: (run: Run) => run.finishResearch({ notes_added: 0, notes_total: 0 }, []).then(() => undefined),
      write: async (run: Run) => {
        await memo.keep(run.job.id, 'question', 'answer');
        await memo.recall(run.job.id, 'question');
        await run.finishWithDocument(newVersion(run.job.application_id, { job_id: run.job.id }), 0);
        saved.resolve();
      },
    };
    lines.push(await startLine({ redisUrl, jobs: db.jobs, documents: db.documents, events, cancels, meter, logger }, handlers));
    const errands = new ErrandWorker('import', () => Promise.resolve({ posting, missing: [] }), {
      redisUrl,
      concurrency: 1,
      cancels,
      logger,
    });
    await errands.ready();
    const { id } = await db.applications.create(newApplication());
    const { job } = await db.jobs.accept(id, { action: 'research_then_write' }, { idempotencyKey: null, origin: 'api' });
    await queue.enqueue(job);
    await saved.promise;
    await new ErrandDesk(queue, cancels, redisUrl).ask('import', { url: 'https://fernhill.example/' }, new AbortController().signal);
    await cancels.announce({ job_id: job.id, generation: 1 });
    await queue.counts();
    await queue.remove(job);
    await meter.read();
    await memo.forget(job.id);
    await events.forget(id);
    await errands.drain();

    const keys = await watch.keys();
    expect(keys.size).toBeGreaterThan(15);
    expect([...keys].filter(([key]) => !key.startsWith(begins))).toEqual([]);

    memo.close();
    cancels.close();
    await Promise.all([meter.close(), events.close(), queue.close()]);
  });

  it('is not seen by another instance with another prefix in the same Redis', async () => {
    const other = withKeyPrefix(redisUrl, 'other');
    const [queue, otherQueue, meter, otherMeter, memo, otherMemo] = await Promise.all([
      JobQueue.connect(redisUrl),
      JobQueue.connect(other),
      Meter.connect(redisUrl),
      Meter.connect(other),
      AnswerMemo.connect(redisUrl),
      AnswerMemo.connect(other),
    ]);
    const { id } = await db.applications.create(newApplication());
    const { job } = await db.jobs.accept(id, { action: 'write_only' }, { idempotencyKey: null, origin: 'api' });
    await queue.enqueue(job);
    expect([await queue.look(job), await otherQueue.look(job)]).toEqual([{ write: 'waiting' }, { write: 'unknown' }]);
    expect((await otherQueue.counts()).flatMap(({ counts }) => Object.values(counts)).every((count) => count === 0)).toBe(true);

    meter.count('coverwright_fetches_total', { outcome: 'read' });
    expect([Object.keys(await meter.read()).length, await otherMeter.read()]).toEqual([1, {}]);
    await memo.keep('run-1', 'question', 'answer');
    expect(await otherMemo.recall('run-1', 'question')).toBeNull();

    const [cancels, otherCancels] = [new CancelChannel(redisUrl), new CancelChannel(other)];
    const heard: string[] = [];
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    cancels.onCancel(({ job_id }) => (heard.push(`here ${job_id}`), first.resolve()));
    otherCancels.onCancel(({ job_id }) => (heard.push(`there ${job_id}`), second.resolve()));
    const redis = await connected(connectFailFast(redisUrl));
    while ((await redis.pubsub('NUMSUB', '{coverwright}:cancel', '{other}:cancel')).filter((count) => count === 1).length < 2);
    await cancels.announce({ job_id: 'one', generation: 1 });
    await first.promise;
    await otherCancels.announce({ job_id: 'two', generation: 1 });
    await second.promise;
    expect(heard).toEqual(['here one', 'there two']);

    redis.disconnect();
    for (const each of [memo, otherMemo, cancels, otherCancels]) each.close();
    await Promise.all([meter, otherMeter, queue, otherQueue].map((each) => each.close()));
  });
});
