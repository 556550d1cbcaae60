import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger, EventPublisher, JobQueue, RedisLog } from '@coverwright/server';
import { databaseKinds, newApplication, newVersion, throwawayDatabase, throwawayRedis, type ThrowawayDatabase } from '@coverwright/testing';
import { EraseTraces } from '../applications/erase-traces.ts';
import { StorageRepair } from './storage-repair.ts';

describe.each(databaseKinds)('deletions that were cut short (%s)', (kind) => {
  let db: ThrowawayDatabase;
  let id: string;
  let queue: JobQueue;
  let events: EventPublisher;
  let newRepair: () => StorageRepair;

  beforeEach(async () => {
    db = await throwawayDatabase(kind);
    const redisUrl = await throwawayRedis();
    queue = await JobQueue.connect(redisUrl);
    events = await EventPublisher.connect(redisUrl, () => undefined);
    const log = createLogger('test', { level: 'silent', format: 'json' });
    const redisLog = new RedisLog(redisUrl, () => undefined);
    const traces = new EraseTraces(db.database, queue, events, redisLog, db.content, log);
    newRepair = () => new StorageRepair(db.content, db.applications, db.documents, traces, log);
    ({ id } = await db.applications.create(newApplication()));
    await db.documents.appendVersion(newVersion(id));
  });
  afterEach(async () => {
    await events.close();
    await queue.close();
    await db.close();
  });

  /** What a gateway does about it when it starts. */
  const tidy = async () => {
    const repair = newRepair();
    await repair.onApplicationBootstrap();
    await repair.beforeApplicationShutdown();
  };
  const folder = () => existsSync(db.content.inside(join('applications', id)));
  const marks = async () => (await db.content.deletions.list()).map(({ applicationId }) => applicationId);
  const age = (minutes: number) => {
    const then = new Date(Date.now() - minutes * 60_000);
    return utimes(db.content.inside(join('.coverwright-deleted', id)), then, then);
  };

  it('are ended, also after a late writer has made the folder anew, and forgotten after an hour', async () => {
    await db.content.deletions.mark(id);
    await db.applications.delete(id);
    await tidy();
    expect(folder()).toBe(false);
    await db.content.stageLetter(id, 'too late');
    await tidy();
    expect(folder()).toBe(false);
    expect(await marks()).toEqual([id]);
    await age(61);
    await tidy();
    expect(await marks()).toEqual([]);
  });

  it('take out of the queue what Redis could not be asked for then', async () => {
    const { job } = await db.jobs.accept(id, { action: 'write_only' }, { idempotencyKey: null, origin: 'api' });
    await queue.enqueue(job);
    await db.content.deletions.mark(id, await db.jobs.listRuns(id));
    await db.applications.delete(id);
    expect(await queue.look(job)).toEqual({ write: 'waiting' });
    await tidy();
    expect(await queue.look(job)).toEqual({ write: 'unknown' });
  });

  it('leave the letters of an application that is still there', async () => {
    await db.content.deletions.mark(id);
    await tidy();
    expect([folder(), await marks()]).toEqual([true, [id]]);
    await age(2);
    await tidy();
    expect([folder(), await marks()]).toEqual([true, []]);
  });

  it('are never seen in a folder that the database does not know', async () => {
    await db.applications.delete(id);
    await tidy();
    expect(folder()).toBe(true);
  });
});
