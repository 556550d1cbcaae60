import { createHash } from 'node:crypto';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const inputs = [
  '{libs/shared/*,services/*,web}/{package.json,tsconfig*.json,index.html,vite.config.*}',
  '{libs/shared/*,services/*,web}/{src,public}/**/*.*',
  '{package.json,package-lock.json,nx.json,tsconfig.base.json}',
];
const packages = '{libs/shared/*,services/*,web}/package.json';

/** A short name for the present state of everything that a build reads (path, size, time), and for which outputs exist. */
export const stampSources = (root: string): string => {
  const files = inputs.flatMap((pattern) => globSync(pattern, { cwd: root, exclude: (name) => name === 'node_modules' })).sort();
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    if (/\.(int-)?spec\.tsx?$/.test(file)) continue;
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

/** The packages whose built output is missing. */
export const findUnbuilt = (root: string): string[] =>
  globSync(packages, { cwd: root })
    .map((file) => file.replace(/\/package\.json$/, ''))
    .filter((folder) => globSync('dist/*', { cwd: join(root, folder) }).length === 0);
