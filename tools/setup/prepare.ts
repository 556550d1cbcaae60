import { join } from 'node:path';
import type { Guardian } from '../process/guardian.ts';
import { waitForLock } from '../process/hold-lock.ts';
import { cacheDir } from '../root.ts';
import { buildChanged } from './build.ts';
import { installDependencies } from './install.ts';

/** Dependencies and build as the sources ask for them. Two commands at once take turns. */
export const prepare = async (guardian: Guardian, say: (line: string) => void, signal?: AbortSignal): Promise<void> => {
  const waiting = () => say('Another Coverwright command is installing or building; waiting for it.');
  const release = await waitForLock(join(cacheDir, 'prepare.lock'), waiting, signal);
  try {
    await installDependencies(guardian, say, signal);
    await buildChanged(guardian, say, signal);
  } finally {
    release();
  }
};
