import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { archiveVersion, writeArchive, type ArchivePart } from '../archive/index.ts';
import type { Settings } from '../config/settings.ts';
import { errorCode, statIfThere, syncFolder } from '../content/atomic-file.ts';
import { makeFolder } from '../content/make-folder.ts';
import { copyDatabase } from '../database/backups.ts';
import { Database } from '../database/database.ts';
import { listMigrations } from '../database/migrator.ts';
import { contentInBackup, databaseInBackup, listContent } from './backup-paths.ts';

/**
 * Database and content as one private file, also while everything is running. The database is copied first, at one moment: a letter is on
 * disk before its row is, so every letter that the copy names is there to be taken after it.
 */
export async function writeBackup(
  { database: settings, contentDir }: Pick<Settings, 'database' | 'contentDir'>,
  path: string,
): Promise<void> {
  await makeFolder(dirname(path));
  const work = await mkdtemp(join(dirname(path), '.coverwright-backup-'));
  const database = await Database.open(settings);
  try {
    const copy = join(work, 'coverwright.sqlite');
    await copyDatabase(database, copy);
    const about = {
      format: 'coverwright-backup' as const,
      version: archiveVersion,
      created_at: new Date().toISOString(),
      migrations: await listMigrations(database),
    };
    const temporary = join(work, 'backup.zip');
    await pipeline(writeArchive(parts(copy, contentDir), about), createWriteStream(temporary, { mode: 0o600 }));
    await sync(temporary);
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } finally {
    await database.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function* parts(database: string, contentDir: string): AsyncGenerator<ArchivePart> {
  yield { path: databaseInBackup, content: createReadStream(database) };
  for (const path of await listContent(contentDir)) {
    // Deleted since the list was made: it is to be gone.
    if ((await statIfThere(join(contentDir, path))) === null) continue;
    yield { path: contentInBackup(path), content: readUnlessGone(join(contentDir, path)) };
  }
}

async function* readUnlessGone(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
