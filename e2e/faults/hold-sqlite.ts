import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

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

/** False when somebody else keeps the write lock for all of that time. */
export async function canLockSqlite(file: string, withinMs: number): Promise<boolean> {
  const database = new DatabaseSync(file);
  try {
    for (const until = Date.now() + withinMs; Date.now() < until; await pause(3)) {
      if (tryLock(database)) return true;
    }
    return false;
  } finally {
    database.close();
  }
}

function tryLock(database: DatabaseSync): boolean {
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE; ROLLBACK');
    return true;
  } catch (error) {
    if (String(error).includes('locked')) return false;
    throw error;
  }
}
