import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, readIfThere, replaceFile, statIfThere } from './atomic-file.ts';

/** A run as the queue knows it: its jobs have the ids of every generation up to this one. */
export interface QueuedRun {
  id: string;
  generation: number;
}

export interface DeletionMark {
  applicationId: string;
  /** What the queue may still hold of it. */
  runs: QueuedRun[];
  /** Milliseconds since the deletion began. */
  ageMs: number;
}

/**
 * Which applications are being deleted, as files beside their folders. A deletion that was cut short is ended by who finds its mark; a
 * folder without a mark is never taken for one, also when the database knows nothing of it: that may be a database that was lost.
 */
export class DeletionMarks {
  private readonly folder: string;

  constructor(
    contentRoot: string,
    private readonly write = replaceFile,
  ) {
    this.folder = join(contentRoot, '.coverwright-deleted');
  }

  /** On disk when it returns; on a full one without the runs, for a name alone often fits. False when not even that does. */
  async mark(applicationId: string, runs: QueuedRun[] = []): Promise<boolean> {
    for (const text of [JSON.stringify(runs), '']) {
      try {
        await this.write(join(this.folder, applicationId), text);
        return true;
      } catch (error) {
        if (!['ENOSPC', 'EDQUOT'].includes(String(errorCode(error)))) throw error;
      }
    }
    return false;
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
          const path = join(this.folder, applicationId);
          const [file, text] = await Promise.all([statIfThere(path), readIfThere(path)]);
          return file === null ? [] : [{ applicationId, runs: toRuns(text), ageMs: Date.now() - file.mtimeMs }];
        }),
    );
    return marks.flat();
  }

  async unmark(applicationId: string): Promise<void> {
    await rm(join(this.folder, applicationId), { force: true });
  }
}

/** Empty in a mark of an earlier release. */
const toRuns = (text: string | null): QueuedRun[] => (text === null || text === '' ? [] : (JSON.parse(text) as QueuedRun[]));
