import { linkSync, renameSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, statIfThere, syncFolderNow, temporaryName } from './atomic-file.ts';

/** File systems that know no hard links say one of these. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS', 'EXDEV']);

/**
 * A letter that is complete on disk under a temporary name, waiting for its version. The temporary name stays until the row is committed:
 * a letter that still has both names after a crash is one that never came to be, and can be told from a file that somebody put there.
 */
export class StagedLetter {
  private published: string | null = null;

  constructor(private readonly temporaryPath: string) {}

  /** Gives the letter its name; the name is on disk when this returns. A file that somebody else put there is set aside, never overwritten. */
  async publish(path: string): Promise<void> {
    // Without leaving the thread where nothing is in the way: everybody else who wants to write waits until this has an end.
    try {
      linkSync(this.temporaryPath, path);
    } catch (error) {
      const code = String(errorCode(error));
      if (code !== 'EEXIST' && !noLinks.has(code)) throw error;
      await clearTheWay(path);
      if (code === 'EEXIST') linkSync(this.temporaryPath, path);
      else renameSync(this.temporaryPath, path);
    }
    this.published = path;
    syncFolderNow(dirname(path));
  }

  /** The row is committed: the letter keeps its name only. */
  async keep(): Promise<void> {
    await rm(this.temporaryPath, { force: true });
  }

  /** Nothing was committed: the letter never was. */
  async withdraw(): Promise<void> {
    if (this.published !== null) await rm(this.published, { force: true });
    await rm(this.temporaryPath, { force: true });
  }
}

async function clearTheWay(path: string): Promise<void> {
  const there = await statIfThere(path);
  if (there === null) return;
  const unfinished = await findTemporaryTwin(dirname(path), there.ino);
  if (unfinished === null) await rename(path, path.replace(/\.md$/, `.unexpected-${Date.now()}.md`));
  else await rm(path);
}

/** The temporary name of a file that has one, which makes it a letter that was never committed. */
async function findTemporaryTwin(folder: string, inode: number): Promise<string | null> {
  for (const name of await readdir(folder)) {
    if (temporaryName.test(name) && (await statIfThere(join(folder, name)))?.ino === inode) return name;
  }
  return null;
}
