import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdLock } from '../process/hold-lock.ts';
import { UserError } from '../process/user-error.ts';

export interface DataFolderLock {
  release: () => void;
  /** The launcher before this one was killed: its services may need a moment more to end. */
  previousWasKilled: boolean;
}

/** One launcher a data folder: two Redis servers or two sets of workers on the same files would damage each other. */
export const lockDataFolder = (dataDir: string): DataFolderLock => {
  const pidFile = join(dataDir, 'launcher.pid');
  const release = holdLock(join(dataDir, 'launcher.lock'));
  if (!release) {
    const pid = existsSync(pidFile) ? ` (process ${readFileSync(pidFile, 'utf8').trim()})` : '';
    throw new UserError(
      `Another Coverwright${pid} already works with the data folder ${dataDir}, so this one was not started.\n` +
        'Use that one, stop it first (Ctrl-C in its terminal), or give this one folders of its own with DATA_DIR and CONTENT_DIR.',
    );
  }
  const previousWasKilled = existsSync(pidFile);
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    previousWasKilled,
    release: () => {
      rmSync(pidFile, { force: true });
      release();
    },
  };
};
