import { chmod, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, statIfThere, syncFolder } from '../content/atomic-file.ts';
import { makeFolder } from '../content/make-folder.ts';
import { DatabaseUnusable } from './database-unusable.ts';
import type { Database } from './database.ts';

export const backupFolder = (dataDir: string): string => join(dataDir, 'backups');
/** Copies made before migrations; what a person puts beside them is left alone. */
const ours = /^\d{8}T\d{9}Z-before-.+\.sqlite$/;
const keptCopies = 3;
const dayMs = 24 * 60 * 60 * 1000;
/** What was deleted since still stands in a copy. */
const keptDays = 30;

/** A copy of the database as it is now, complete on disk when this returns. */
export async function copyDatabase(database: Database, path: string): Promise<void> {
  await rm(path, { force: true });
  // Made first, and empty as SQLite wants it, so that nobody else may read it at any moment.
  await (await open(path, 'wx', 0o600)).close();
  await database.read.query('VACUUM INTO ?', [path]);
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Keeps a copy among the last few. @throws DatabaseUnusable when there is no room for it: a migration without one cannot be undone. */
export async function keepBackup(database: Database, dataDir: string, why: string): Promise<string> {
  const folder = backupFolder(dataDir);
  const name = `${new Date().toISOString().replace(/[-:.]/g, '')}-${why.replace(/[^\w-]/g, '_')}.sqlite`;
  const temporary = join(folder, `.coverwright-${name}.tmp`);
  try {
    await makeFolder(folder);
    await chmod(folder, 0o700);
    await copyDatabase(database, temporary);
    await rename(temporary, join(folder, name));
    await syncFolder(folder);
  } catch (error) {
    // The first error is the one to tell.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new DatabaseUnusable(
      'backup_failed',
      `Before the database is brought up to date a copy of it is kept, and that could not be written to ${folder} ` +
        `(${String(errorCode(error) ?? (error as Error).message)}). Nothing was changed. Free some space or make the folder writable, and start again.`,
      error,
    );
  }
  await dropOldBackups(dataDir);
  return join(folder, name);
}

/** Keeps the last few copies, and none for longer than a month. */
export async function dropOldBackups(dataDir: string): Promise<void> {
  const folder = backupFolder(dataDir);
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  const copies = names.filter((name) => ours.test(name)).sort();
  for (const [index, name] of copies.entries()) {
    const ageMs = Date.now() - ((await statIfThere(join(folder, name)))?.mtimeMs ?? 0);
    if (index < copies.length - keptCopies || ageMs > keptDays * dayMs) await rm(join(folder, name), { force: true });
  }
}
