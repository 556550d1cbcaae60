import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Guardian } from '../process/guardian.ts';
import { runCommand } from '../process/run-command.ts';
import { stopSignal } from '../process/stop-signal.ts';
import { UserError } from '../process/user-error.ts';
import { root } from '../root.ts';
import { prepare } from '../setup/prepare.ts';
import { lockDataFolder } from '../start/lock-data-folder.ts';
import { loadEnvFile, readLauncherSettings } from '../start/settings.ts';

const script = join(root, 'libs/shared/server/dist/backup.js');
const fromHere = (file: string) => resolve(process.env.INIT_CWD ?? process.cwd(), file);

/** `npm run backup [-- FILE]`: database and content as one file, while the product runs or not. */
export const runBackup = async (args: string[]): Promise<number> => {
  const [given, ...more] = args;
  if (more.length > 0 || given?.startsWith('-')) throw new UserError('Use: npm run backup [-- FILE]', 2);
  const { dataDir } = readSettings();
  const name = `coverwright-${new Date().toISOString().replace(/[-:]/g, '').slice(0, 15)}.zip`;
  const file = given === undefined ? join(dataDir, 'backups', name) : fromHere(given);
  if (existsSync(file)) throw new UserError(`${file} is there already and was left as it is. Give another name.`);
  return run(['backup', file]);
};

/** `npm run restore -- FILE [--force]`: only while nothing runs on the data folder. */
export const runRestore = async (args: string[]): Promise<number> => {
  const [file, ...more] = args.filter((argument) => argument !== '--force');
  if (file === undefined || file.startsWith('-') || more.length > 0) throw new UserError('Use: npm run restore -- FILE [--force]', 2);
  const path = fromHere(file);
  if (!existsSync(path)) throw new UserError(`There is no file ${path}, so nothing was restored.`);
  const { dataDir } = readSettings();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockForRestore(dataDir);
  try {
    return await run(['restore', path, ...(args.includes('--force') ? ['--force'] : [])]);
  } finally {
    lock.release();
  }
};

const readSettings = () => {
  loadEnvFile(root);
  return readLauncherSettings(process.env, root, process.stdout.isTTY);
};

const lockForRestore = (dataDir: string) => {
  try {
    return lockDataFolder(dataDir);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `Coverwright is running on the data folder ${dataDir}, so nothing was restored. Stop it (Ctrl-C in its terminal), then restore.`,
    );
  }
};

const run = async (args: string[]): Promise<number> => {
  const guardian = new Guardian();
  const signal = stopSignal(() => guardian.killAll());
  await prepare(guardian, console.error, signal);
  const { code } = await runCommand(guardian, process.execPath, [script, ...args], { cwd: root, signal });
  return code === 0 ? 0 : 1;
};
