import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What the bench uses of better-sqlite3, which brings no types. */
export interface Sqlite {
  pragma(source: string): unknown;
  prepare(sql: string): { run(...values: unknown[]): unknown; get(...values: unknown[]): unknown };
  transaction<A extends unknown[]>(work: (...values: A) => void): { immediate(...values: A): void };
  close(): void;
}

const Driver = createRequire(import.meta.url)('better-sqlite3') as new (file: string, options: { timeout: number }) => Sqlite;

/** The product's database in a data folder, opened with the product's driver and set as the product sets it. */
export const openSqlite = (dataDir: string): Sqlite => {
  const database = new Driver(join(dataDir, 'coverwright.sqlite'), { timeout: 5000 });
  for (const setting of ['journal_mode = WAL', 'foreign_keys = ON', 'synchronous = FULL', 'secure_delete = ON']) database.pragma(setting);
  return database;
};

export const insertApplications = (database: Sqlite, ids: string[]): void => {
  const insert = database.prepare(
    `INSERT INTO applications (id, company_name, job_title, status, last_activity_at, created_at, updated_at)
     VALUES (?, 'Fernhill Optics', 'Lens designer', 'draft', ?, ?, ?)`,
  );
  const now = new Date().toISOString();
  const all = database.transaction(() => {
    for (const id of ids) insert.run(id, now, now, now);
  });
  all.immediate();
};
