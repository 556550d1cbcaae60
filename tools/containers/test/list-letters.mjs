// Runs inside a service: every file below the letters' folder with the SHA-256 of what is in it, as JSON.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const content = process.env.CONTENT_DIR;
const entries = await readdir(join(content, 'applications'), { recursive: true, withFileTypes: true }).catch(() => []);
const files = {};
for (const entry of entries.filter((each) => each.isFile())) {
  const path = join(entry.parentPath, entry.name);
  files[relative(content, path)] = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
process.stdout.write(JSON.stringify(files));
