import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { throwawayPostgres } from '@coverwright/testing';
import pg from 'pg';
import { Doorway } from './doorway.ts';
import { signal } from './faulty-stack.ts';
import { canLockSqlite } from './hold-sqlite.ts';
import { PostgresRows } from './postgres-rows.ts';
import type { Rows } from './rows.ts';
import { SqliteRows } from './sqlite-rows.ts';

export type DatabaseName = 'SQLite' | 'PostgreSQL';

/** Where a broken product keeps its rows: all that the harness needs to know of it. */
export interface FaultDatabase {
  name: DatabaseName;
  /** What the product is told about it. */
  env: Record<string, string>;
  openRows: () => Rows;
  /** A server can be killed, or asked to end at once; who started it brings it back. Null where there is none. */
  endServer: ((how: 'kill' | 'end') => boolean) | null;
  /** The way to a server, when there is one. */
  doorway: Doorway | null;
  /** Whether others can write although one process stands still. */
  othersCanWrite: () => Promise<boolean>;
  remove: () => Promise<void>;
}

/** Longer than anybody who does not stand still keeps the lock. */
const lockWithinMs = 1000;

/** `folder` is the one that holds the product's `data`. */
export async function openFaultDatabase(name: DatabaseName, folder: string): Promise<FaultDatabase> {
  return name === 'SQLite' ? sqlite(folder) : postgres();
}

function sqlite(folder: string): FaultDatabase {
  const file = join(folder, 'data', 'coverwright.sqlite');
  return {
    name: 'SQLite',
    env: {},
    openRows: () => new SqliteRows(file),
    endServer: null,
    doorway: null,
    othersCanWrite: () => canLockSqlite(file, lockWithinMs),
    remove: async () => undefined,
  };
}

/** A database of its own in the server that POSTGRES_URL names. */
async function postgres(): Promise<FaultDatabase> {
  const { url, drop } = await throwawayPostgres();
  const data = await readDataFolder(url);
  const doorway = await Doorway.to(url);
  return {
    name: 'PostgreSQL',
    env: { DATABASE_URL: doorway.url },
    doorway,
    openRows: () => new PostgresRows(url),
    // SIGINT is PostgreSQL's own word for an end that waits for nobody.
    endServer: (how) => {
      const file = join(data, 'postmaster.pid');
      return existsSync(file) && signal(Number.parseInt(readFileSync(file, 'utf8'), 10), how === 'kill' ? 'SIGKILL' : 'SIGINT');
    },
    // Here a transaction keeps others only from its own rows.
    othersCanWrite: async () => true,
    remove: async () => {
      doorway.shut();
      await drop();
    },
  };
}

async function readDataFolder(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory ?? '';
  } finally {
    await client.end();
  }
}
