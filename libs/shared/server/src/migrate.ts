import { readSettings, SettingsError } from './config/settings.ts';
import { Database } from './database/database.ts';
import { migrate } from './database/migrator.ts';
import { prepareFolders } from './service/prepare-folders.ts';

/** `node migrate.js`: brings the database up to date. Exit 0 done, 1 with one message. */
try {
  const settings = readSettings();
  await prepareFolders(settings);
  const database = await Database.open(settings.database);
  const applied = await migrate(database);
  await database.close();
  if (applied.length > 0) process.stdout.write(`Database: applied ${applied.join(', ')}\n`);
} catch (error) {
  const { message } = error as Error;
  process.stderr.write(error instanceof SettingsError ? `${message}\n` : `The database could not be brought up to date: ${message}\n`);
  process.exitCode = 1;
}
