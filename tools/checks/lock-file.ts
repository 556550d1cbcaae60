import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.ts';

export interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  resolved?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Packages of the lock file by their place in node_modules. */
export type LockedPackages = Record<string, LockedPackage>;

export const readLockFile = async (): Promise<LockedPackages> => {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as { packages: LockedPackages };
  return packages;
};

export const nameOf = (place: string): string => place.split('node_modules/').pop() ?? place;
