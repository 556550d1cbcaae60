// Runs inside a service: every SQLite database in the data folder with the migrations it has, as JSON.
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const Driver = createRequire('/app/package.json')('better-sqlite3');
const folder = process.env.DATA_DIR;
const isDatabase = (path) => {
  const head = Buffer.alloc(15);
  const file = openSync(path);
  readSync(file, head, 0, head.length, 0);
  closeSync(file);
  return head.toString() === 'SQLite format 3';
};
const databases = {};
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())) {
  const path = join(entry.parentPath, entry.name);
  if (!isDatabase(path)) continue;
  const database = new Driver(path, { readonly: true });
  databases[path] = database
    .prepare('SELECT name FROM schema_migrations ORDER BY name')
    .all()
    .map(({ name }) => name);
  database.close();
}
process.stdout.write(JSON.stringify(databases));
