import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { errorCode, statIfThere, temporaryName } from './atomic-file.ts';

/** What a process that died has left: a temporary file, and the letter that has the same content under its final name, if it got that far. */
export interface UnfinishedFile {
  temporaryPath: string;
  /** Relative to the content folder, like `file_path` of a document. */
  twin: string | null;
}

/** Temporary files under `root` that nobody can still be writing: not touched for `minAgeMs`. */
export async function findUnfinished(root: string, minAgeMs: number): Promise<UnfinishedFile[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  const found: UnfinishedFile[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !temporaryName.test(entry.name)) continue;
    const temporaryPath = join(entry.parentPath, entry.name);
    const file = await statIfThere(temporaryPath);
    if (file === null || Date.now() - Math.floor(file.ctimeMs) < minAgeMs) continue;
    found.push({ temporaryPath, twin: await findTwin(root, temporaryPath, file.ino) });
  }
  return found;
}

async function findTwin(root: string, temporaryPath: string, inode: number): Promise<string | null> {
  const folder = dirname(temporaryPath);
  for (const name of await readdir(folder)) {
    if (name === basename(temporaryPath)) continue;
    if ((await statIfThere(join(folder, name)))?.ino === inode) return relative(root, join(folder, name));
  }
  return null;
}
