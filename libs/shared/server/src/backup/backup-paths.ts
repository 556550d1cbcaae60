import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { errorCode, temporaryName } from '../content/atomic-file.ts';

export const databaseInBackup = 'database/coverwright.sqlite';
export const contentInBackup = (relativePath: string): string => `content/${relativePath.replaceAll('\\', '/')}`;

/** Folders and names as this product, or a person by hand, makes them: no step up, nothing hidden but the last text of the resume. */
const contentFile = /^content\/(?:(?!\.\.?(?:\/|$))[^/\\\0]+\/)*(?!\.\.?$)[^/\\\0]+$/;
export const isBackupPath = (path: string): boolean => path === databaseInBackup || contentFile.test(path);

/** Files of the content folder, relative to it. What is half-written or comes and goes by itself stays out. */
export async function listContent(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile() && !temporaryName.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('.coverwright-'))
    .sort();
}
