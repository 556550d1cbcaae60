import type { DataSource, EntityManager } from 'typeorm';
import type { DatabaseSettings } from '../data-source-options.ts';
import { Database } from '../database.ts';
import { migrate } from '../migrator.ts';
import { Digest, type Row } from './digest.ts';
import { listTables, type Table } from './list-tables.ts';
import { MoveRefused, openAlone } from './open-source.ts';

const rowsAtOnce = 200;

/**
 * Copies every row of the SQLite database in `dataDir` to the empty PostgreSQL at `url`: all or nothing, with counts and checksums of both
 * sides compared before it is final. SQLite is only read. Returns one line a table. Fails with `MoveRefused` for reasons a person can act on.
 */
export async function moveToPostgres({ url, dataDir }: DatabaseSettings): Promise<string[]> {
  if (url === null) throw new MoveRefused('DATABASE_URL does not say where to move to: postgres://user:password@host:5432/name');
  const source = await openAlone(dataDir);
  try {
    const target = await Database.open({ url, dataDir });
    try {
      await migrate(target);
      const said = await target.transaction((manager) => moveAll(source, manager));
      // PostgreSQL plans for what it has counted, and has not counted yet. It does so by itself too, only later.
      await target.read.query('VACUUM (ANALYZE)').catch(() => undefined);
      return said;
    } finally {
      await target.close();
    }
  } finally {
    await source.destroy();
  }
}

async function moveAll(source: DataSource, target: EntityManager): Promise<string[]> {
  await refuseOtherSchema(source, target);
  const tables = await listTables(source);
  // Whoever else looks at the target has to wait until it is whole.
  await target.query(`LOCK TABLE ${tables.map(({ name }) => quoted(name)).join(', ')} IN ACCESS EXCLUSIVE MODE`);
  await refuseFilled(target, tables);
  const said: string[] = [];
  for (const table of tables) {
    const sent = await copy(source, target, table);
    const arrived = await digestOf(target, table);
    if (sent.toString() !== arrived.toString()) {
      throw new Error(
        `The table ${table.name} did not arrive as it was (${sent.toString()}; ${arrived.toString()}), so nothing was moved.`,
      );
    }
    said.push(`${table.name}: ${sent.count} rows, the same in both`);
  }
  return said;
}

async function copy(source: DataSource, target: EntityManager, table: Table): Promise<Digest> {
  const digest = new Digest(table.columns);
  const columns = table.columns.map(quoted).join(', ');
  for (let after = -1; ;) {
    const rows = await source.query<(Row & { row_number_: number })[]>(
      `SELECT rowid AS row_number_, ${columns} FROM ${quoted(table.name)} WHERE rowid > ? ORDER BY rowid LIMIT ${rowsAtOnce}`,
      [after],
    );
    const last = rows.at(-1);
    if (last === undefined) return digest;
    after = last.row_number_;
    rows.forEach((row) => digest.add(row));
    const places = rows.map((_, row) => `(${table.columns.map((__, column) => `$${row * table.columns.length + column + 1}`).join(', ')})`);
    await target.query(
      `INSERT INTO ${quoted(table.name)} (${columns}) VALUES ${places.join(', ')}`,
      rows.flatMap((row) => table.columns.map((column) => row[column])),
    );
  }
}

async function digestOf(target: EntityManager, { name, columns, key }: Table): Promise<Digest> {
  const digest = new Digest(columns);
  const select = `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)}`;
  for (let after: unknown = null; ;) {
    const from = after === null ? '' : `WHERE ${quoted(key)} > $1`;
    const rows = await target.query<Row[]>(`${select} ${from} ORDER BY ${quoted(key)} LIMIT ${rowsAtOnce}`, after === null ? [] : [after]);
    const last = rows.at(-1);
    if (last === undefined) return digest;
    after = last[key];
    rows.forEach((row) => digest.add(row));
  }
}

async function refuseOtherSchema(source: DataSource, target: EntityManager): Promise<void> {
  const select = 'SELECT name, sha256 FROM schema_migrations ORDER BY name';
  const [here, there] = [await source.query<Row[]>(select), await target.query<Row[]>(select)];
  if (JSON.stringify(here) === JSON.stringify(there)) return;
  const names = (rows: Row[]) => rows.map(({ name }) => String(name)).join(', ');
  throw new MoveRefused(
    `The two databases are of different versions (SQLite has ${names(here)}; PostgreSQL has ${names(there)}), so nothing was moved. ` +
      'Start this version of Coverwright on SQLite once, without DATABASE_URL, then try again.',
  );
}

async function refuseFilled(target: EntityManager, tables: Table[]): Promise<void> {
  for (const { name } of tables) {
    const rows = await target.query<unknown[]>(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
    if (rows.length > 0) {
      throw new MoveRefused(
        `The PostgreSQL database has rows in ${name} already, so nothing was moved. Name an empty one in DATABASE_URL.`,
      );
    }
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
