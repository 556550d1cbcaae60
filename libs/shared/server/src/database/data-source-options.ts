import { join } from 'node:path';
import type { DataSourceOptions } from 'typeorm';
import { ApplicationEntity } from './entities/application.entity.ts';
import { BackgroundJobEntity } from './entities/background-job.entity.ts';
import { GeneratedDocumentEntity } from './entities/generated-document.entity.ts';
import { MessageEntity } from './entities/message.entity.ts';
import { ResearchNoteEntity } from './entities/research-note.entity.ts';

const entities = [ApplicationEntity, BackgroundJobEntity, GeneratedDocumentEntity, MessageEntity, ResearchNoteEntity];

export interface DatabaseSettings {
  /** `postgres://…`, or null for SQLite in `dataDir`. */
  url: string | null;
  dataDir: string;
}

/**
 * Milliseconds. A process that stands still in a transaction (or a machine that has gone) must not keep its rows from everybody: the server
 * ends it, and who waits for its rows, or for a connection, is told so.
 */
const postgresLimits = {
  idle_in_transaction_session_timeout: 5000,
  lock_timeout: 5000,
  connectionTimeoutMillis: 5000,
};

interface PragmaTarget {
  pragma(source: string): unknown;
}

export const sqlitePath = (dataDir: string): string => join(dataDir, 'coverwright.sqlite');

/** The one description of the connection: services, migrator and tests use it. */
export function dataSourceOptions(settings: DatabaseSettings): DataSourceOptions {
  if (settings.url !== null) {
    return { type: 'postgres', url: settings.url, entities, synchronize: false, poolSize: 10, extra: postgresLimits };
  }
  return {
    type: 'better-sqlite3',
    database: sqlitePath(settings.dataDir),
    entities,
    synchronize: false,
    timeout: 5000,
    enableWAL: true,
    // A WAL database that is opened again silently gets NORMAL, which loses commits in a power cut; so FULL is set on every open.
    prepareDatabase: (connection: PragmaTarget) => {
      connection.pragma('synchronous = FULL');
      connection.pragma('secure_delete = ON');
    },
  };
}
