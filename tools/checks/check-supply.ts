import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.ts';
import { findLicenceFaults } from './check-licences.ts';
import { findLockFaults } from './check-lock.ts';
import { findReasonFaults } from './check-reasons.ts';
import { readLockFile } from './lock-file.ts';

/** What the product is made of: everything locked with a checksum for every platform, free to use, and there for a reason. */
const packages = await readLockFile();
const page = await readFile(join(root, 'docs/decisions/0005-runtime-dependencies.md'), 'utf8');
const own = Object.entries(packages).filter(([place]) => !place.includes('node_modules/'));
const faults = [
  ...findLockFaults(packages),
  ...findLicenceFaults(packages).map((fault) => `${fault} (a licence that is not on the list in tools/checks/check-licences.ts)`),
  ...findReasonFaults(
    page,
    own.flatMap(([, { dependencies = {} }]) => Object.keys(dependencies)),
  ),
];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
