import { basename } from 'node:path';
import { BadArchive } from './archive/index.ts';
import { NotEmpty, restoreBackup } from './backup/restore-backup.ts';
import { writeBackup } from './backup/write-backup.ts';
import { readSettings, SettingsError, type Settings } from './config/settings.ts';
import { DatabaseUnusable } from './database/database-unusable.ts';
import { checkSqliteFile } from './database/check-sqlite-file.ts';
import { sqlitePath } from './database/data-source-options.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `node backup.js backup FILE` and `node backup.js restore FILE [--force]`. Exit 0 done, 1 with one message. */
async function run(settings: Settings, [command, file = '', flag]: string[]): Promise<void> {
  if (settings.database.url !== null) {
    throw new SettingsError(
      'The database is PostgreSQL (DATABASE_URL), which has tools of its own: back it up with pg_dump, restore it with pg_restore, and copy CONTENT_DIR with it.',
    );
  }
  if (command === 'backup') {
    await checkSqliteFile(sqlitePath(settings.database.dataDir));
    await writeBackup(settings, file);
    return say(`Everything is in ${file}. It holds your letters and your resume: keep it where only you can read it.`);
  }
  const aside = await restoreBackup(settings, file, flag === '--force');
  for (const folder of aside) say(`What was there before is in ${folder}.`);
  say(`Restored from ${basename(file)}. Start with: npm start`);
}

try {
  await run(readSettings(), process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${explain(error as Error)}\n`);
  process.exitCode = 1;
}

function explain(error: Error): string {
  if (error instanceof NotEmpty) {
    return `${error.message} Nothing was restored. With --force it is kept aside and the backup takes its place.`;
  }
  if (error instanceof BadArchive) return `${error.message} Nothing was restored. Take another backup.`;
  if (error instanceof SettingsError || error instanceof DatabaseUnusable) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `There is no file ${path ?? ''}. Nothing was done. Check the name, and DATA_DIR and CONTENT_DIR.`;
  return `It could not be done: ${error.message}. What was there before is unchanged.`;
}
