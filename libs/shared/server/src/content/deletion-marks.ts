import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, replaceFile, statIfThere } from './atomic-file.ts';

export interface DeletionMark {
  applicationId: string;
  /** Milliseconds since the deletion began. */
  ageMs: number;
}

/**
 * Which applications are being deleted, as files beside their folders. A deletion that was cut short is ended by who finds its mark; a
 * folder without a mark is never taken for one, also when the database knows nothing of it: that may be a database that was lost.
 */
export class DeletionMarks {
  private readonly folder: string;

  constructor(contentRoot: string) {
    this.folder = join(contentRoot, '.coverwright-deleted');
  }

  /** On disk when it returns. On a full disk a deletion goes on without: it is what makes room. */
  async mark(applicationId: string): Promise<void> {
    try {
      await replaceFile(join(this.folder, applicationId), '');
    } catch (error) {
      if (!['ENOSPC', 'EDQUOT'].includes(String(errorCode(error)))) throw error;
    }
  }

  async list(): Promise<DeletionMark[]> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    });
    const marks = await Promise.all(
      names
        .filter((name) => !name.startsWith('.'))
        .map(async (applicationId) => {
          const file = await statIfThere(join(this.folder, applicationId));
          return file === null ? [] : [{ applicationId, ageMs: Date.now() - file.mtimeMs }];
        }),
    );
    return marks.flat();
  }

  async unmark(applicationId: string): Promise<void> {
    await rm(join(this.folder, applicationId), { force: true });
  }
}
