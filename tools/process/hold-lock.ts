import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes a lock that the system releases when this process ends, however it ends: an exclusive SQLite transaction on `file`.
 * A pid file alone would go stale, and two launchers that both find it stale would both take it.
 * Returns the function that releases it, or null when another process holds it.
 */
export const holdLock = (file: string): (() => void) | null => {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (/locked/i.test(String(error))) return null;
    throw error;
  }
  return () => database.close();
};

/** Waits for the lock; `onWait` is called once when it is not free at once. */
export const waitForLock = async (file: string, onWait: () => void, signal?: AbortSignal): Promise<() => void> => {
  let told = false;
  for (;;) {
    const release = holdLock(file);
    if (release) return release;
    if (!told) onWait();
    told = true;
    signal?.throwIfAborted();
    // Another process's lock gives no event to wait for.
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
