import { nameOf, type LockedPackages } from './lock-file.ts';

const localPrefix = /^(libs|services|web)(\/|$)/;

/**
 * What is wrong with a lock file: a package without a checksum; one that comes from an address rather than from the registry; and builds for
 * other platforms that are missing, which `npm install` leaves out without a word where a registry lacks them.
 */
export const findLockFaults = (packages: LockedPackages): string[] => {
  const faults: string[] = [];
  for (const [place, locked] of Object.entries(packages)) {
    if (!place.includes('node_modules/') || locked.link) continue;
    if (locked.integrity === undefined) faults.push(`${place} has no checksum`);
    if (locked.resolved !== undefined && !localPrefix.test(locked.resolved)) faults.push(`${place} comes from an address of its own`);
  }
  for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const name of Object.keys(optionalDependencies)) {
      if (!isThere(packages, place, name)) faults.push(`${nameOf(place) || 'the root'} asks for ${name}, which is not locked`);
    }
  }
  return faults;
};

/** Looked for as Node does: in the package itself, then in every folder above. */
const isThere = (packages: LockedPackages, place: string, name: string): boolean => {
  for (let folder = place; ; folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : '') {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
  }
};
