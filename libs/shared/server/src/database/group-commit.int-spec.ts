import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource, type EntityManager } from 'typeorm';
import { passingCause } from '../errors/passing-cause.ts';
import { dataSourceOptions } from './data-source-options.ts';
import { GroupCommit } from './group-commit.ts';

describe('changes that share a transaction', () => {
  let folder: string;
  let source: DataSource;
  let changes: GroupCommit;
  /** Another process, as far as SQLite can tell. */
  let outside: DataSource;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coverwright-test-'));
    source = await new DataSource(dataSourceOptions({ url: null, dataDir: folder })).initialize();
    await source.query('CREATE TABLE shelf (id INTEGER PRIMARY KEY)');
    await source.query('CREATE TABLE book (name TEXT PRIMARY KEY, shelf INTEGER REFERENCES shelf (id))');
    await source.query('PRAGMA busy_timeout = 0');
    changes = new GroupCommit(source, 40);
    outside = await new DataSource(dataSourceOptions({ url: null, dataDir: folder })).initialize();
  });
  afterEach(async () => {
    await changes.idle();
    await outside.destroy();
    await source.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  const put = (name: string, shelf: number | null = null) =>
    changes.run((manager) => manager.query('INSERT INTO book (name, shelf) VALUES (?, ?)', [name, shelf]));
  const stored = async () => {
    const rows = await outside.query<{ name: string }[]>('SELECT name FROM book ORDER BY name');
    return rows.map(({ name }) => name);
  };
  const outcomes = async (asked: Promise<unknown>[]) => (await Promise.allSettled(asked)).map(({ status }) => status);

  it('are there for everybody when the first of them is answered', async () => {
    const first = put('Atlas').then(stored);
    await Promise.all([put('Bestiary'), put('Codex')]);
    expect(await first).toEqual(['Atlas', 'Bestiary', 'Codex']);
  });

  it('are undone alone when they throw', async () => {
    const failing = changes.run(async (manager) => {
      await manager.query(`INSERT INTO book (name) VALUES ('Fragment')`);
      throw new Error('changed my mind');
    });
    expect(await outcomes([put('Atlas'), failing, put('Codex')])).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await stored()).toEqual(['Atlas', 'Codex']);
  });

  it('are all refused when the commit is', async () => {
    const dangling = async (manager: EntityManager) => {
      await manager.query('PRAGMA defer_foreign_keys = ON');
      await manager.query(`INSERT INTO book (name, shelf) VALUES ('Dangling', 7)`);
    };
    expect(await outcomes([put('Atlas'), changes.run(dangling)])).toEqual(['rejected', 'rejected']);
    expect(await stored()).toEqual([]);
    await put('Codex');
    expect(await stored()).toEqual(['Codex']);
  });

  it('are all refused when SQLite gives up their transaction, and the next ones have one of their own', async () => {
    const diskFull = async (manager: EntityManager) => {
      await manager.query('ROLLBACK');
      throw new Error('database or disk is full');
    };
    expect(await outcomes([put('Atlas'), changes.run(diskFull), put('Codex')])).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await stored()).toEqual(['Codex']);
  });

  it('wait for a lock of somebody else, and the process goes on meanwhile', async () => {
    await outside.query('BEGIN IMMEDIATE');
    const waiting = put('Atlas');
    await new Promise((resolve) => setImmediate(resolve));
    await outside.query('COMMIT');
    await waiting;
    expect(await stored()).toEqual(['Atlas']);
  });

  it('fail as a cause that passes when the lock is not given back', async () => {
    await outside.query('BEGIN IMMEDIATE');
    const [refused] = await Promise.allSettled([put('Atlas')]);
    await outside.query('ROLLBACK');
    expect(refused.status === 'rejected' && passingCause(refused.reason)).toMatchObject({ code: 'DATABASE_BUSY' });
    await put('Codex');
    expect(await stored()).toEqual(['Codex']);
  });
});
