import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guardian } from '../process/guardian.ts';
import { runCommand } from '../process/run-command.ts';
import { UserError } from '../process/user-error.ts';
import { root } from '../root.ts';
import { findStalePackages, type Lock } from './find-stale-packages.ts';

/** Installs the locked dependencies when they are missing or not the ones that the lock file names. */
export const installDependencies = async (guardian: Guardian, say: (line: string) => void, signal?: AbortSignal): Promise<void> => {
  const wanted = await readLock('package-lock.json');
  if (!wanted) throw new UserError('package-lock.json is missing or broken. Restore it with: git checkout package-lock.json');
  const installed = await readLock('node_modules/.package-lock.json');
  if (installed && findStalePackages(wanted, installed).length === 0) return;
  say(installed ? 'Dependencies changed: installing the locked ones.' : 'Installing the locked dependencies (about half a minute).');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await runCommand(guardian, 'npm', args, { cwd: root, signal, capture: true });
  signal?.throwIfAborted();
  if (code === 0) return;
  throw new UserError(
    `${output.trim().split('\n').slice(0, 12).join('\n')}\nThe dependencies could not be installed, so nothing was started. ` +
      'Check that the npm registry can be reached (npm ping) and that this folder is writable, then run the command again.',
  );
};

const readLock = async (name: string): Promise<Lock | null> => {
  try {
    return JSON.parse(await readFile(join(root, name), 'utf8')) as Lock;
  } catch (error) {
    // Missing, or cut short by an install that was interrupted: both mean that it has to be made again.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};
