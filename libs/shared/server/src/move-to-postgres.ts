import { readSettings, SettingsError } from './config/settings.ts';
import { DatabaseUnusable } from './database/database-unusable.ts';
import { moveToPostgres } from './database/move/move-to-postgres.ts';
import { MoveRefused } from './database/move/open-source.ts';

/** `node move-to-postgres.js`: from the SQLite database in DATA_DIR to the PostgreSQL of DATABASE_URL. Exit 0 done, 1 with one message. */
try {
  const lines = await moveToPostgres(readSettings().database);
  process.stdout.write(
    `${lines.join('\n')}\nMoved. The SQLite database is as it was; Coverwright uses PostgreSQL as long as DATABASE_URL is set.\n`,
  );
} catch (error) {
  const { message, stack } = error as Error;
  const isForPeople = error instanceof SettingsError || error instanceof MoveRefused || error instanceof DatabaseUnusable;
  process.stderr.write(isForPeople ? `${message}\n` : `Nothing was moved: ${stack ?? message}\n`);
  process.exitCode = 1;
}
