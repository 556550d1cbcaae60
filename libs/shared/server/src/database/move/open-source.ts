import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';

interface PragmaTarget {
  pragma(source: string): unknown;
}

/** A reason for the person why nothing was moved. */
export class MoveRefused extends Error {}

/**
 * The SQLite database of a data folder, for reading it as a whole. Alone: while any other process has it open this fails, because what that
 * one writes from now on would be lost.
 */
export async function openAlone(dataDir: string): Promise<DataSource> {
  const file = join(dataDir, 'coverwright.sqlite');
  if (!existsSync(file))
    throw new MoveRefused(`There is no SQLite database in ${dataDir}, so there is nothing to move. DATA_DIR names its folder.`);
  const source = new DataSource({
    type: 'better-sqlite3',
    database: file,
    fileMustExist: true,
    timeout: 0,
    prepareDatabase: (connection: PragmaTarget) => void connection.pragma('locking_mode = EXCLUSIVE'),
  });
  try {
    await source.initialize();
    // The first look takes the lock, which is kept until the end.
    await source.query('SELECT count(*) FROM sqlite_master');
    return source;
  } catch (error) {
    if (source.isInitialized) await source.destroy();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY') !== true) throw error;
    throw new MoveRefused(
      `The database ${file} is in use. Stop Coverwright (npm start: Ctrl-C; Docker: docker compose stop), then try again.`,
    );
  }
}
