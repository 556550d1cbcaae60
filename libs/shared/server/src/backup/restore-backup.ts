import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Archive } from '../archive/index.ts';
import type { Settings } from '../config/settings.ts';
import { errorCode, statIfThere, syncFolder } from '../content/atomic-file.ts';
import { makeFolder } from '../content/make-folder.ts';
import { checkSqliteFile } from '../database/check-sqlite-file.ts';
import { sqlitePath } from '../database/data-source-options.ts';
import { databaseInBackup, isBackupPath, listContent } from './backup-paths.ts';

/** A backup is the person's own file on the person's own machine: these only keep a mistake from filling the disk. */
const limits = { bytes: 64 * 1024 ** 3, files: 2_000_000 };
const shipped = ['README.md', 'resume/sample_resume.md'];

/** Why nothing was restored: what is there already. */
export class NotEmpty extends Error {}

/**
 * Puts a backup where database and content are. All of it is unpacked beside them and checked first; then names change. What was there is
 * kept aside when `force` says so, and otherwise in the way. Returns where it was put aside.
 * @throws BadArchive, DatabaseUnusable, NotEmpty
 */
export async function restoreBackup(
  { database: { dataDir }, contentDir }: Pick<Settings, 'database' | 'contentDir'>,
  path: string,
  force: boolean,
): Promise<string[]> {
  const archive = await Archive.open(path, 'coverwright-backup', isBackupPath, limits);
  await makeFolder(dataDir);
  await makeFolder(contentDir);
  const newData = await mkdtemp(join(dataDir, '.coverwright-restore-'));
  const newContent = await mkdtemp(join(contentDir, '.coverwright-restore-'));
  try {
    const taken = await findTaken(dataDir, contentDir);
    if (taken.length > 0 && !force) throw new NotEmpty(`There is something already: ${taken.join(', ')}.`);
    for (const file of archive.manifest.files) {
      const target = file.path === databaseInBackup ? sqlitePath(newData) : join(newContent, file.path.slice('content/'.length));
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await pipeline(archive.read(file), createWriteStream(target, { mode: 0o600, flush: true }));
    }
    await checkSqliteFile(sqlitePath(newData));
    const aside = force ? [await setAside(dataDir, isState), await setAside(contentDir, isContent)].flat() : [];
    for (const name of await readdir(newContent)) await moveInto(join(newContent, name), join(contentDir, name));
    await rename(sqlitePath(newData), sqlitePath(dataDir));
    await syncFolder(contentDir);
    await syncFolder(dataDir);
    return aside;
  } finally {
    archive.close();
    await rm(newData, { recursive: true, force: true });
    await rm(newContent, { recursive: true, force: true });
  }
}

/** The database with its log, and the queue, which is made anew from the database. */
const isState = (name: string) => /^coverwright\.sqlite(-wal|-shm)?$|^redis$/.test(name);
const isContent = (name: string) => !name.startsWith('.coverwright-') && name !== 'README.md';

async function findTaken(dataDir: string, contentDir: string): Promise<string[]> {
  const database = (await statIfThere(sqlitePath(dataDir)))?.size ?? 0;
  const content = (await listContent(contentDir)).filter((path) => !shipped.includes(path.replaceAll('\\', '/')));
  return [...(database > 0 ? [sqlitePath(dataDir)] : []), ...content.slice(0, 1).map((file) => join(contentDir, file))];
}

async function setAside(folder: string, isOurs: (name: string) => boolean): Promise<string[]> {
  const names = (await readdir(folder)).filter(isOurs);
  if (names.length === 0) return [];
  const aside = join(folder, `.coverwright-replaced-${new Date().toISOString().replace(/[-:.]/g, '')}`);
  await mkdir(aside, { mode: 0o700 });
  for (const name of names) await rename(join(folder, name), join(aside, name));
  return [aside];
}

/** A folder that is there already (that of the sample resume) is filled, not replaced. */
async function moveInto(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(String(errorCode(error)))) throw error;
    for (const name of await readdir(from)) await moveInto(join(from, name), join(to, name));
  }
}
