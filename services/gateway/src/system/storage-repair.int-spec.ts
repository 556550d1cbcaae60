import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '@coverwright/server';
import { databaseKinds, newApplication, newVersion, throwawayDatabase, type ThrowawayDatabase } from '@coverwright/testing';
import { StorageRepair } from './storage-repair.ts';

describe.each(databaseKinds)('deletions that were cut short (%s)', (kind) => {
  let db: ThrowawayDatabase;
  let id: string;

  beforeEach(async () => {
    db = await throwawayDatabase(kind);
    ({ id } = await db.applications.create(newApplication()));
    await db.documents.appendVersion(newVersion(id));
  });
  afterEach(() => db.close());

  const tidy = async () => {
    const repair = new StorageRepair(db.content, db.applications, db.documents, createLogger('test', { level: 'silent', format: 'json' }));
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
