import { openSqlite } from '../flow/sqlite.ts';

const lookEveryMs = 3;

/** Asks for SQLite's write lock now and again and gives it back at once. The returned function ends that and says how often it was taken. */
export const watchLock = (dataDir: string): (() => { looks: number; taken: number }) => {
  const database = openSqlite(dataDir);
  database.pragma('busy_timeout = 0');
  const [take, giveBack] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('ROLLBACK')];
  const seen = { looks: 0, taken: 0 };
  const looking = setInterval(() => {
    seen.looks += 1;
    try {
      take.run();
      giveBack.run();
    } catch {
      seen.taken += 1;
    }
  }, lookEveryMs);
  return () => {
    clearInterval(looking);
    database.close();
    return seen;
  };
};
