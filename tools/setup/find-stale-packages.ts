interface LockedPackage {
  version?: string;
  integrity?: string;
  optional?: boolean;
  link?: boolean;
}
export interface Lock {
  packages: Record<string, LockedPackage>;
}

/**
 * Compares what the lock file asks for with npm's own record of what is installed (`node_modules/.package-lock.json`, written last).
 * Returns the paths that are missing, of another version, or too many; builds for other platforms may be missing.
 */
export const findStalePackages = (wanted: Lock, installed: Lock): string[] => {
  const stale: string[] = [];
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (!path.includes('node_modules/')) continue;
    const found = installed.packages[path];
    const same = found ? found.version === entry.version && found.integrity === entry.integrity : entry.optional === true;
    if (!same) stale.push(path);
  }
  return [...stale, ...Object.keys(installed.packages).filter((path) => !(path in wanted.packages))];
};
