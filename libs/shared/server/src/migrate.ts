import { readSettings, SettingsError } from './config/settings.ts';
import { DatabaseUnusable } from './database/database-unusable.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { prepareFolders } from './service/prepare-folders.ts';

/** `node migrate.js`: brings the database up to date. Exit 0 done, 1 with one message. */
try {
  const settings = readSettings();
  await prepareFolders(settings);
  const applied = await prepareDatabase(settings);
  if (applied.length > 0) process.stdout.write(`Database: applied ${applied.join(', ')}\n`);
} catch (error) {
  const { message } = error as Error;
  const isKnown = error instanceof SettingsError || error instanceof DatabaseUnusable;
  process.stderr.write(isKnown ? `${message}\n` : `The database could not be brought up to date: ${message}\n`);
  process.exitCode = 1;
}
