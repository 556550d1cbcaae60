import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../process/user-error.ts';
import { root } from '../root.ts';

/** The built code of a service, as it runs: services have no entry for importers, and need none. `T` says what the caller uses of it. */
export const loadBuilt = async <T>(file: string): Promise<T> => {
  const path = join(root, file);
  if (!existsSync(path)) throw new UserError(`${file} is not there: the data set belongs to a function that was moved.`);
  return (await import(pathToFileURL(path).href)) as T;
};
