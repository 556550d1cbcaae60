import { DatabaseSync } from 'node:sqlite';

/** Another program that has begun to write and does not end. Returns how to make it end. */
export function holdSqlite(file: string): () => void {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA busy_timeout = 5000');
  database.exec('BEGIN IMMEDIATE');
  return () => {
    database.exec('ROLLBACK');
    database.close();
  };
}
