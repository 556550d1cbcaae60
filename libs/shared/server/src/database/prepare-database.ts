import { chmod, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { errorCode, replaceFile, statIfThere } from '../content/atomic-file.ts';
import { keepBackup } from './backups.ts';
import { checkSqliteFile } from './check-sqlite-file.ts';
import { sqlitePath } from './data-source-options.ts';
import { DatabaseUnusable, restoreHint } from './database-unusable.ts';
import { Database } from './database.ts';
import { listPending, migrate } from './migrator.ts';

const memoryName = 'database-was-made.txt';
const memory = `Coverwright has made its database in this folder. Should coverwright.sqlite be gone one day, it says so instead of starting afresh.
To start afresh on purpose, remove this file too.
`;

/**
 * Makes the database ready to be worked with, or says why it must not be: looks at the file, keeps a copy before a migration changes it,
 * migrates. Returns the names of what was applied.
 * @throws DatabaseUnusable
 */
export async function prepareDatabase({ database: settings, contentDir }: Pick<Settings, 'database' | 'contentDir'>): Promise<string[]> {
  if (settings.url === null) await guardFile(settings.dataDir, contentDir);
  const database = await Database.open(settings);
  try {
    const { pending, isNew } = await listPending(database);
    if (settings.url === null && pending.length > 0 && !isNew) await keepBackup(database, settings.dataDir, `before-${pending.at(-1)}`);
    const applied = await migrate(database);
    if (settings.url === null && (await statIfThere(join(settings.dataDir, memoryName))) === null) {
      await replaceFile(join(settings.dataDir, memoryName), memory);
    }
    return applied;
  } finally {
    await database.close();
  }
}

async function guardFile(dataDir: string, contentDir: string): Promise<void> {
  const path = sqlitePath(dataDir);
  const file = await statIfThere(path);
  if (file === null || file.size === 0) {
    await refuseWhenVanished(path, file !== null, dataDir, contentDir);
    // Made here, so that nobody else on the machine may ever read it; SQLite gives its log the same rights.
    await (await open(path, 'a', 0o600)).close();
    return;
  }
  await checkSqliteFile(path);
  for (const name of [path, `${path}-wal`, `${path}-shm`]) await makePrivate(name);
}

/** An empty file, or none, must not look like a fresh install when there was more. */
async function refuseWhenVanished(path: string, isThere: boolean, dataDir: string, contentDir: string): Promise<void> {
  const made = (await statIfThere(join(dataDir, memoryName))) !== null;
  const letters = !made && (await hasLetters(contentDir));
  if (!made && !letters) return;
  throw new DatabaseUnusable(
    'vanished',
    `The database ${path} is ${isThere ? 'empty' : 'gone'}, although ${made ? 'there was one' : `there are letters in ${contentDir}`}. ` +
      `Nothing was started, so that nothing is lost. If its disk was not mounted or DATA_DIR points elsewhere, put that right. ${restoreHint} ` +
      `To start afresh on purpose, remove ${made ? join(dataDir, memoryName) : join(contentDir, 'applications')}.`,
  );
}

async function hasLetters(contentDir: string): Promise<boolean> {
  const folders = await readdir(join(contentDir, 'applications')).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  for (const folder of folders) {
    if ((await statIfThere(join(contentDir, 'applications', folder, 'cover_letters', 'cover_letter_v1.md'))) !== null) return true;
  }
  return false;
}

/** A file of somebody else's is his to open or close. */
async function makePrivate(path: string): Promise<void> {
  await chmod(path, 0o600).catch((error: unknown) => {
    if (!['ENOENT', 'EPERM', 'EROFS', 'ENOTSUP'].includes(String(errorCode(error)))) throw error;
  });
}
