import pg from 'pg';
import { openSqlite } from '../flow/sqlite.ts';
import { foldersOf, type StackOptions } from './scaled-stack.ts';

/** Looks at the runs in the database, past the gateway, so that looking costs the product nothing. */
export interface RowWatch {
  /** Runs that have not ended. */
  open: () => Promise<number>;
  /** Runs that ended badly. */
  bad: () => Promise<number>;
  close: () => Promise<void>;
}

const count = (states: string) => `SELECT count(*) AS runs FROM background_jobs WHERE status IN (${states})`;
const openRuns = count(`'pending', 'running'`);
const badRuns = count(`'failure', 'cancelled'`);

export const watchRows = async ({ folder, databaseUrl }: StackOptions): Promise<RowWatch> => {
  if (databaseUrl === null) {
    const database = openSqlite(foldersOf(folder).dataDir);
    const ask = (sql: string) => {
      const query = database.prepare(sql);
      return () => Promise.resolve((query.get() as { runs: number }).runs);
    };
    return { open: ask(openRuns), bad: ask(badRuns), close: () => Promise.resolve(database.close()) };
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const ask = (sql: string) => async () => Number((await client.query<{ runs: string }>(sql)).rows[0]?.runs);
  return { open: ask(openRuns), bad: ask(badRuns), close: () => client.end() };
};
