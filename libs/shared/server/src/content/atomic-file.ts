import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, type Stats } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Names of files that are not finished; what an ended process left of them is swept. */
export const temporaryName = /^\.coverwright-.+\.tmp$/;

/** Writes and syncs a file under a temporary name in `directory`, which is made when missing. */
export async function writeTemporary(directory: string, content: string): Promise<string> {
  await makeFolder(directory);
  const path = join(directory, `.coverwright-${randomUUID()}.tmp`);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content, 'utf8');
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return path;
}

/** The old content or the new one is there, whatever happens in between. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const temporaryPath = await writeTemporary(dirname(path), content);
  await rename(temporaryPath, path);
  await syncFolder(dirname(path));
}

/** Makes names given in a folder survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The same without leaving the thread. */
export function syncFolderNow(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Null when the file is not there. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Null when the file is not there, or not any more. */
export async function statIfThere(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

export const errorCode = (error: unknown): unknown => (error as NodeJS.ErrnoException | null)?.code;
