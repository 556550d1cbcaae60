import { readdir } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { errorCode, statIfThere, temporaryName } from './atomic-file.ts';

/** What a process that died has left: a temporary file, and the letter that has the same content under its final name, if it got that far. */
export interface UnfinishedFile {
  temporaryPath: string;
  /** Relative to the content folder, like `file_path` of a document. */
  twin: string | null;
}

/** Folders of applications that one look goes through: a tenth of a second, where walking through fifty thousand takes six. */
const foldersAtOnce = 1000;

/**
 * Looks for temporary files under `root`. Every look goes through all but the folders of applications, and through as many of those as it
 * takes little time for: the next looks go on where it ended, and begin again after the last one.
 */
export class UnfinishedFiles {
  private waiting: string[] = [];

  constructor(private readonly root: string) {}

  /** Those that nobody can still be writing: not touched for `minAgeMs`. */
  async find(minAgeMs: number): Promise<UnfinishedFile[]> {
    const found: UnfinishedFile[] = [];
    for await (const { parentPath, name } of this.look()) {
      if (!temporaryName.test(name)) continue;
      const temporaryPath = join(parentPath, name);
      const file = await statIfThere(temporaryPath);
      if (file === null || Date.now() - Math.floor(file.ctimeMs) < minAgeMs) continue;
      found.push({ temporaryPath, twin: await this.findTwin(temporaryPath, file.ino) });
    }
    return found;
  }

  private async *look(): AsyncGenerator<Dirent> {
    const applications = join(this.root, 'applications');
    for (const entry of await entriesOf(this.root)) {
      if (entry.isFile()) yield entry;
      else if (entry.name !== basename(applications)) yield* await filesBelow(join(this.root, entry.name));
    }
    if (this.waiting.length === 0) this.waiting = (await entriesOf(applications)).map(({ name }) => name);
    for (const name of this.waiting.splice(-foldersAtOnce)) yield* await filesBelow(join(applications, name));
  }

  private async findTwin(temporaryPath: string, inode: number): Promise<string | null> {
    const folder = dirname(temporaryPath);
    for (const name of await readdir(folder)) {
      if (name === basename(temporaryPath)) continue;
      if ((await statIfThere(join(folder, name)))?.ino === inode) return relative(this.root, join(folder, name));
    }
    return null;
  }
}

async function filesBelow(folder: string): Promise<Dirent[]> {
  return (await entriesOf(folder, true)).filter((entry) => entry.isFile());
}

/** None when the folder is not there, or not any more. */
function entriesOf(folder: string, recursive = false): Promise<Dirent[]> {
  return readdir(folder, { recursive, withFileTypes: true }).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(String(errorCode(error)))) return [];
    throw error;
  });
}
