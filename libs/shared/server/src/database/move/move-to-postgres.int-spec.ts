import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newApplication, newNote, newVersion, throwawayDatabase, throwawayPostgres, type ThrowawayDatabase } from '@coverwright/testing';
import { Database } from '../database.ts';
import { migrate } from '../migrator.ts';
import { moveToPostgres } from './move-to-postgres.ts';
import { MoveRefused } from './open-source.ts';

const byChat = { idempotencyKey: 'k', origin: 'chat' } as const;

describe('moving from SQLite to PostgreSQL', () => {
  let source: ThrowawayDatabase;
  let isClosed: boolean;
  let server: Awaited<ReturnType<typeof throwawayPostgres>>;

  beforeEach(async () => {
    source = await throwawayDatabase();
    isClosed = false;
    server = await throwawayPostgres();
  });
  afterEach(async () => {
    await (isClosed ? rm(source.folder, { recursive: true }) : source.close());
    await server.drop();
  });

  /** An application with a run, a note and letters in it. */
  const fill = async (versions: number) => {
    const { id } = await source.applications.create(newApplication({ company_name: 'Größe "& Söhne" 😀', notes: 'tab\there' }));
    const { job } = await source.jobs.accept(id, { action: 'research_then_write' }, byChat);
    const claim = await source.jobs.claim(job.id, 1, 'research');
    if (claim === null) throw new Error('The claim was refused.');
    await source.jobs.addNote(claim, newNote());
    const document = await source.documents.appendVersion(newVersion(id, { job_id: job.id }));
    for (let version = 2; version <= versions; version += 1) await source.documents.appendVersion(newVersion(id));
    return { id, job, document };
  };
  const close = async () => {
    await source.database.close();
    isClosed = true;
  };
  const move = () => moveToPostgres({ url: server.url, dataDir: source.folder });
  const rowsOf = async (database: Database, table: string): Promise<unknown[]> => database.read.query(`SELECT * FROM ${table} ORDER BY id`);
  const withTarget = async <T>(work: (target: Database) => Promise<T>): Promise<T> => {
    const target = await Database.open({ url: server.url, dataDir: source.folder });
    try {
      return await work(target);
    } finally {
      await target.close();
    }
  };
  const tables = ['applications', 'background_jobs', 'generated_documents', 'messages', 'research_notes'];

  it('brings every row of every table, and leaves SQLite as it was', async () => {
    await fill(250);
    const before = new Map<string, unknown[]>();
    for (const table of tables) before.set(table, await rowsOf(source.database, table));
    await close();
    const said = await move();
    expect(said).toContain('generated_documents: 250 rows, the same in both');
    await withTarget(async (target) => {
      for (const table of tables) expect([table, await rowsOf(target, table)]).toEqual([table, before.get(table)]);
    });
    const again = await Database.open({ url: null, dataDir: source.folder });
    for (const table of tables) expect(await rowsOf(again, table)).toEqual(before.get(table));
    await again.close();
  });

  it('is refused while somebody has the SQLite database open', async () => {
    const refused = move();
    await expect(refused).rejects.toBeInstanceOf(MoveRefused);
    await expect(refused).rejects.toThrow('is in use');
  });

  it('is refused where there are rows already, and changes nothing there', async () => {
    await close();
    await withTarget(async (target) => {
      await migrate(target);
      await target.transaction((manager) =>
        manager.query(
          `INSERT INTO applications (id, company_name, job_title, status, last_activity_at, created_at, updated_at) VALUES ('a', 'b', 'c', 'd', 'e', 'f', 'g')`,
        ),
      );
    });
    await expect(move()).rejects.toThrow('has rows in applications already');
    expect(await withTarget((target) => rowsOf(target, 'applications'))).toHaveLength(1);
  });

  it('is refused for a database of another version', async () => {
    await source.database.transaction((manager) => manager.query(`DELETE FROM schema_migrations WHERE name LIKE '0002%'`));
    await close();
    await expect(move()).rejects.toThrow('different versions');
  });

  it('brings nothing when a row does not fit', async () => {
    const { id } = await fill(1);
    await source.database.transaction((manager) =>
      manager.query(
        `INSERT INTO messages (id, application_id, role, content, status, created_at) VALUES ('m', ?, 'user', 'a' || char(0), 'complete', 'now')`,
        [id],
      ),
    );
    await close();
    await expect(move()).rejects.toThrow();
    expect(await withTarget((target) => rowsOf(target, 'applications'))).toEqual([]);
  });

  it('is refused where there is no SQLite database', async () => {
    await expect(moveToPostgres({ url: server.url, dataDir: `${source.folder}/nowhere` })).rejects.toThrow('nothing to move');
  });
});
