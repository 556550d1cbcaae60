import { open } from 'node:fs/promises';
import Sqlite from 'better-sqlite3';
import { statIfThere } from '../content/atomic-file.ts';
import { DatabaseUnusable, restoreHint } from './database-unusable.ts';

/** A file up to this size is checked in about a second. Of a larger one, tables are checked for as long as that. */
const checkedWholeBytes = 256 * 1024 * 1024;
const checkMs = 5000;
const headerBytes = 100;

/**
 * Looks at a database file before anybody works with it: is it one, is it all there, is it sound, is it ours. Changes nothing in it.
 * @throws DatabaseUnusable
 */
export async function checkSqliteFile(path: string): Promise<void> {
  const size = (await statIfThere(path))?.size ?? 0;
  await checkHeader(path, size);
  const database = new Sqlite(path, { fileMustExist: true, timeout: 5000 });
  try {
    checkTables(database, path);
    checkPages(database, path, size);
  } catch (error) {
    throw isDamage(error) ? damaged(path, error) : error;
  } finally {
    database.close();
  }
}

async function checkHeader(path: string, size: number): Promise<void> {
  const file = await open(path, 'r');
  const header = Buffer.alloc(headerBytes);
  try {
    await file.read(header, 0, headerBytes, 0);
  } finally {
    await file.close();
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw new DatabaseUnusable(
      'foreign',
      `The file ${path} is not a SQLite database, or its beginning was overwritten. It was left as it is. ` +
        `If it is something else of yours, move it away. ${restoreHint}`,
    );
  }
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const pages = header.readUInt32BE(28);
  // What is in the log has yet to be written into the file, which may then grow.
  const log = (await statIfThere(`${path}-wal`))?.size ?? 0;
  if (log === 0 && size < pages * pageSize) {
    throw new DatabaseUnusable(
      'truncated',
      `The database ${path} was cut off: it has ${size} of ${pages * pageSize} bytes. It was left as it is. ${restoreHint}`,
    );
  }
}

function checkTables(database: Sqlite.Database, path: string): void {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  if (tables.length === 0 || tables.includes('schema_migrations')) return;
  throw new DatabaseUnusable(
    'foreign',
    `The file ${path} is the database of another program (it has the table ${tables[0]}). It was left as it is. ` +
      'Set DATA_DIR to a folder of its own, or move that file away.',
  );
}

function checkPages(database: Sqlite.Database, path: string, size: number): void {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const checks = size <= checkedWholeBytes ? [''] : tables.map((table) => `, '${table.replaceAll("'", "''")}'`);
  const until = performance.now() + checkMs;
  for (const table of checks) {
    if (performance.now() > until) return;
    const answer: unknown = database.pragma(table === '' ? 'quick_check(1)' : `quick_check(${table.slice(2)})`, { simple: true });
    if (answer !== 'ok') throw damaged(path, new Error('quick_check'));
  }
}

const damaged = (path: string, cause: unknown) =>
  new DatabaseUnusable('corrupt', `The database ${path} is damaged. It was left as it is. ${restoreHint}`, cause);

function isDamage(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB');
}
