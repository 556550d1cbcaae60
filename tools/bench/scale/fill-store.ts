import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openSqlite } from '../flow/sqlite.ts';
import { makeRows, type Row } from './make-rows.ts';

const tables = ['applications', 'background_jobs', 'research_notes', 'generated_documents'] as const;

/**
 * Puts `count` applications with what they own into a migrated SQLite database, and their letters into the content folders (one file, linked
 * where there are several). Returns the applications' ids.
 */
export const fillStore = (dataDir: string, contentDirs: string[], count: number): string[] => {
  const database = openSqlite(dataDir);
  const ids: string[] = [];
  const insert = new Map<string, (row: Row) => void>();
  const put = (table: string, row: Row) => {
    const columns = Object.keys(row);
    if (!insert.has(table)) {
      const statement = database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
      insert.set(table, (values) => void statement.run(...Object.values(values)));
    }
    insert.get(table)?.(row);
  };
  database
    .transaction(() => {
      for (let index = 0; index < count; index += 1) {
        const rows = makeRows(index, count);
        for (const table of tables) put(table, rows[table]);
        ids.push(String(rows.applications.id));
        writeLetter(contentDirs, String(rows.generated_documents.file_path), String(rows.generated_documents.content));
      }
    })
    .immediate();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  return ids;
};

const writeLetter = ([first, ...others]: string[], path: string, content: string): void => {
  if (first === undefined) return;
  for (const folder of [first, ...others]) mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(first, path), content);
  for (const folder of others) linkSync(join(first, path), join(folder, path));
};
