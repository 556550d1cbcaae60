import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { dropOldBackups } from './backups.ts';
import { prepareDatabase } from './prepare-database.ts';

describe('the guard of the database', () => {
  let folder: string;
  let settings: Parameters<typeof prepareDatabase>[0];
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coverwright-guard-'));
    settings = { database: { url: null, dataDir: folder }, contentDir: join(folder, 'content') };
    path = join(folder, 'coverwright.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const fill = (rows = 400) => {
    const db = new Sqlite(path);
    const insert = db.prepare(
      "INSERT INTO applications (id, company_name, job_title, status, notes, last_activity_at, created_at, updated_at) VALUES (?, 'a', 'b', 'saved', ?, 't', 't', 't')",
    );
    db.transaction(() => {
      for (let row = 0; row < rows; row += 1) insert.run(`id-${row}`, 'n'.repeat(500));
    })();
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  };
  const run = (...statements: string[]) => {
    const db = new Sqlite(path);
    for (const statement of statements) db.exec(statement);
    db.close();
  };
  const refused = (fault: string, saying: RegExp) =>
    expect(prepareDatabase(settings)).rejects.toMatchObject({ fault, message: expect.stringMatching(saying) as unknown });

  it('makes a new one that nobody else may read, and takes it again', async () => {
    expect(await prepareDatabase(settings)).toContain('0001_initial.sql');
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(await prepareDatabase(settings)).toEqual([]);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
    chmodSync(path, 0o644);
    await prepareDatabase(settings);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it.each<[string, () => void, string, RegExp]>([
    ['was emptied', () => truncateSync(path, 0), 'vanished', /is empty, although there was one.*npm run restore/s],
    ['is gone', () => rmSync(path), 'vanished', /is gone, although there was one.*on purpose, remove .*database-was-made\.txt/s],
    ['was cut off', () => truncateSync(path, Math.floor(statSync(path).size / 2)), 'truncated', /was cut off: it has \d+ of \d+ bytes/],
    ['is text', () => writeFileSync(path, 'my own notes'.repeat(50)), 'foreign', /not a SQLite database/],
    ['has a page of garbage', () => spoil(path), 'corrupt', /is damaged/],
    [
      'is of another program',
      () => (rmSync(path), run('CREATE TABLE bookmarks (url)')),
      'foreign',
      /another program.*bookmarks.*DATA_DIR/s,
    ],
    [
      'is of a newer version',
      () => run("INSERT INTO schema_migrations VALUES ('9999_later.sql', 'x', 't')"),
      'newer',
      /newer version.*9999_later/s,
    ],
  ])('refuses one that %s, says what to do and changes nothing', async (_what, harm, fault, saying) => {
    await prepareDatabase(settings);
    fill();
    harm();
    const before = existsSync(path) ? readFileSync(path) : null;
    await refused(fault, saying);
    expect(existsSync(path) ? readFileSync(path) : null).toEqual(before);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  it('does not take none for a fresh start when there are letters', async () => {
    mkdirSync(join(folder, 'content/applications/x/cover_letters'), { recursive: true });
    writeFileSync(join(folder, 'content/applications/x/cover_letters/cover_letter_v1.md'), 'Dear all');
    await refused('vanished', /there are letters in .*content/);
  });

  it('keeps a private copy of what was there before each migration, the last three of them', async () => {
    await prepareDatabase(settings);
    fill(3);
    const last = "DELETE FROM schema_migrations WHERE name = '0003_application_posting.sql'";
    const columns = ['remote', 'employment_type', 'salary'].map((column) => `ALTER TABLE applications DROP COLUMN ${column}`);
    for (let time = 0; time < 4; time += 1) {
      run(last, ...columns);
      expect(await prepareDatabase(settings)).toEqual(['0003_application_posting.sql']);
    }
    const copies = readdirSync(join(folder, 'backups')).sort();
    expect(copies).toHaveLength(3);
    expect(copies[0]).toMatch(/^\d{8}T\d{9}Z-before-0003_application_posting_sql\.sqlite$/);
    const copy = join(folder, 'backups', copies[0] ?? '');
    expect(statSync(copy).mode & 0o077).toBe(0);
    const db = new Sqlite(copy);
    expect(db.prepare('SELECT count(*) FROM applications').pluck().get()).toBe(3);
    expect(db.prepare("SELECT count(*) FROM schema_migrations WHERE name LIKE '0003_%'").pluck().get()).toBe(0);
    db.close();
    const monthAgo = Date.now() / 1000 - 31 * 24 * 3600;
    utimesSync(copy, monthAgo, monthAgo);
    writeFileSync(join(folder, 'backups', 'mine.zip'), 'not ours');
    utimesSync(join(folder, 'backups', 'mine.zip'), monthAgo, monthAgo);
    await dropOldBackups(folder);
    expect(readdirSync(join(folder, 'backups')).sort()).toEqual([...copies.slice(1), 'mine.zip']);
  });

  it('changes nothing when the copy cannot be written', async () => {
    await prepareDatabase(settings);
    run("DELETE FROM schema_migrations WHERE name = '0003_application_posting.sql'");
    writeFileSync(join(folder, 'backups'), 'a file where the folder goes');
    await refused('backup_failed', /could not be written.*Nothing was changed/s);
  });
});

/** Writes over the middle of the file, where rows are. */
function spoil(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 4096 * 4, 4096 * 12);
  writeFileSync(path, bytes);
}
