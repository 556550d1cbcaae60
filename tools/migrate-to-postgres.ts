import { join } from 'node:path';
import { Guardian } from './process/guardian.ts';
import { runCommand } from './process/run-command.ts';
import { stopSignal } from './process/stop-signal.ts';
import { runTool } from './process/user-error.ts';
import { root } from './root.ts';
import { prepare } from './setup/prepare.ts';
import { lockDataFolder } from './start/lock-data-folder.ts';
import { loadEnvFile, readLauncherSettings } from './start/settings.ts';

/** `npm run migrate-to-postgres`: from SQLite in DATA_DIR to the PostgreSQL of DATABASE_URL, while nothing is running. */
await runTool(async () => {
  const guardian = new Guardian();
  const signal = stopSignal(() => guardian.killAll());
  loadEnvFile(root);
  const { dataDir } = readLauncherSettings(process.env, root, false);
  await prepare(guardian, console.log, signal);
  const lock = lockDataFolder(dataDir);
  try {
    return (
      await runCommand(guardian, process.execPath, [join(root, 'libs/shared/server/dist/move-to-postgres.js')], { cwd: root, signal })
    ).code;
  } finally {
    lock.release();
  }
});
