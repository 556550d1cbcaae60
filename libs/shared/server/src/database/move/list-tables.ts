import type { DataSource } from 'typeorm';

export interface Table {
  name: string;
  columns: string[];
  /** The column that names a row; every table has one. */
  key: string;
  /** Tables that its rows point to. */
  refersTo: string[];
}

/** Every table that holds somebody's data: all but the record of migrations. */
export async function listTables(source: DataSource): Promise<Table[]> {
  const names = await source.query<{ name: string }[]>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> 'schema_migrations' ORDER BY name`,
  );
  const tables: Table[] = [];
  for (const { name } of names) {
    const columns = await source.query<{ name: string; pk: number }[]>(`PRAGMA table_info("${name}")`);
    const references = await source.query<{ table: string }[]>(`PRAGMA foreign_key_list("${name}")`);
    const key = columns.find(({ pk }) => pk === 1);
    if (key === undefined) throw new Error(`The table ${name} has no primary key, so its rows cannot be compared.`);
    tables.push({ name, columns: columns.map((column) => column.name), key: key.name, refersTo: references.map(({ table }) => table) });
  }
  return inOrder(tables);
}

/** Whoever is pointed to comes first. */
export function inOrder(tables: Table[]): Table[] {
  const ordered: Table[] = [];
  const isReady = ({ name, refersTo }: Table) => refersTo.every((other) => other === name || ordered.some((table) => table.name === other));
  for (let waiting = tables; waiting.length > 0;) {
    const ready = waiting.filter(isReady);
    if (ready.length === 0) throw new Error(`The tables ${waiting.map(({ name }) => name).join(', ')} point to each other in a circle.`);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}
