import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EntityManager } from 'typeorm';
import { DatabaseUnusable } from './database-unusable.ts';
import type { Database } from './database.ts';

const sqlFolder = fileURLToPath(new URL('../../../../../sql/', import.meta.url));
/** Any number will do, as long as every migrator of the product asks for the same one. */
const postgresLockId = 727_001;

interface Migration {
  name: string;
  sha256: string;
  statements: Statement[];
}

interface Statement {
  sql: string;
  /** The only database it is for; null: for both. */
  only: string | null;
}

/** Applies the numbered files of `sql/` that are not recorded yet, all or nothing. Returns the names applied now. */
export async function migrate(database: Database): Promise<string[]> {
  const migrations = await readMigrations();
  return database.transaction(async (manager) => {
    if (database.type === 'postgres') {
      // Another migrator may take its time.
      await manager.query('SET LOCAL lock_timeout = 0');
      await manager.query(`SELECT pg_advisory_xact_lock(${postgresLockId})`);
    }
    await manager.query(
      'CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL)',
    );
    const recorded = await readRecorded(manager);
    const applied: string[] = [];
    for (const migration of migrations) {
      const known = recorded.get(migration.name);
      if (known === undefined) {
        await apply(database, manager, migration);
        applied.push(migration.name);
      } else if (known !== migration.sha256) {
        throw new Error(
          `The migration ${migration.name} was changed after it had been applied to this database. Put the released file back, and make the change in a new numbered file.`,
        );
      }
    }
    refuseNewerDatabase(recorded, migrations);
    return applied;
  });
}

/** What would be applied now, and whether there is nothing yet. @throws DatabaseUnusable when a newer program has been here. */
export async function listPending(database: Database): Promise<{ pending: string[]; isNew: boolean }> {
  const migrations = await readMigrations();
  const isNew = !(await hasRecord(database));
  const recorded = isNew ? new Map<string, string>() : await readRecorded(database.read);
  refuseNewerDatabase(recorded, migrations);
  return { pending: migrations.map(({ name }) => name).filter((name) => !recorded.has(name)), isNew };
}

/** Names of the migrations this database has. Fails when it was never migrated. */
export async function listMigrations(database: Database): Promise<string[]> {
  return [...(await readRecorded(database.read)).keys()];
}

function refuseNewerDatabase(recorded: Map<string, string>, migrations: Migration[]): void {
  const unknown = [...recorded.keys()].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) {
    throw new DatabaseUnusable(
      'newer',
      `The database was made by a newer version of Coverwright (it has ${unknown.join(', ')}). Start that version, or restore a backup.`,
    );
  }
}

async function apply(database: Database, manager: EntityManager, migration: Migration): Promise<void> {
  for (const { sql, only } of migration.statements) {
    if (only === null || only === database.type) await manager.query(sql);
  }
  await manager.query(
    `INSERT INTO schema_migrations (name, sha256, applied_at) VALUES (${database.parameter(1)}, ${database.parameter(2)}, ${database.parameter(3)})`,
    [migration.name, migration.sha256, new Date().toISOString()],
  );
}

async function hasRecord(database: Database): Promise<boolean> {
  const tables = await database.read.query<unknown[]>(
    database.type === 'postgres'
      ? "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_migrations'"
      : "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'",
  );
  return tables.length > 0;
}

async function readRecorded(manager: EntityManager): Promise<Map<string, string>> {
  const rows = await manager.query<{ name: string; sha256: string }[]>('SELECT name, sha256 FROM schema_migrations ORDER BY name');
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(sqlFolder)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(sqlFolder, name), 'utf8');
      return { name, sha256: createHash('sha256').update(text).digest('hex'), statements: splitStatements(text) };
    }),
  );
}

function splitStatements(text: string): Statement[] {
  return text.split(/;\s*$/m).flatMap((statement) => {
    const sql = statement.replace(/^--.*$/gm, '').trim();
    return sql === '' ? [] : [{ sql, only: /^-- only: (\w+)$/m.exec(statement)?.[1] ?? null }];
  });
}
