import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guardian } from '../process/guardian.ts';
import { runCommand } from '../process/run-command.ts';
import { UserError } from '../process/user-error.ts';
import { cacheDir, root } from '../root.ts';
import { findUnbuilt, stampSources } from './stamp-sources.ts';

const stampFile = join(cacheDir, 'built-from');
const nx = join(root, 'node_modules/nx/dist/bin/nx.js');

/** Builds the packages that changed; costs a few milliseconds when none did. */
export const buildChanged = async (guardian: Guardian, say: (line: string) => void, signal?: AbortSignal): Promise<void> => {
  const stamp = stampSources(root);
  const last = existsSync(stampFile) ? await readFile(stampFile, 'utf8') : '';
  if (last === stamp && findUnbuilt(root).length === 0) return;
  say('Building what changed.');
  await rm(stampFile, { force: true });
  const output = await runNx(guardian, ['run-many', '-t', 'build', '--outputStyle=static'], { capture: true, signal });
  if (output.code !== 0) {
    throw new UserError(`${output.output.trim()}\nThe build failed, so nothing was started. The messages above name the file and line.`);
  }
  await mkdir(cacheDir, { recursive: true });
  await writeFile(stampFile, stamp);
};

/** Runs Nx with its output captured or shown. */
export const runNx = (guardian: Guardian, args: string[], options: { capture?: boolean; signal?: AbortSignal } = {}) =>
  runCommand(guardian, process.execPath, [nx, ...args], { cwd: root, env: { ...process.env, NX_DAEMON: 'false' }, ...options });
