import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** By service: a short name for the code that it runs, its libraries included. */
export const fingerprintOutput = (root: string, services: string[]): Map<string, string> => {
  const libraries = fingerprint(root, ['libs/shared/contracts/dist', 'libs/shared/server/dist']);
  return new Map(services.map((name) => [name, `${libraries} ${fingerprint(root, [`services/${name}/dist`])}`]));
};

const fingerprint = (root: string, folders: string[]): string => {
  const hash = createHash('sha256');
  for (const file of folders.flatMap((folder) => globSync(`${folder}/**/*.js`, { cwd: root })).sort()) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
};
