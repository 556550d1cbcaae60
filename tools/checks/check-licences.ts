import { nameOf, type LockedPackages } from './lock-file.ts';

/** Licences that let everybody use, change and pass on what is made with them. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Packages whose package.json says nothing that can be read by a program; each was looked up in the licence file that it ships. */
const readByHand: Record<string, string> = { busboy: 'MIT', duck: 'BSD-2-Clause', 'png-js': 'MIT', streamsearch: 'MIT' };

/** Packages that are installed where the product runs and whose licence is not on the list, each with what it says. */
export const findLicenceFaults = (packages: LockedPackages): string[] =>
  Object.entries(packages)
    .filter(([place, { dev, link }]) => place.includes('node_modules/') && !dev && !link)
    .map(([place, { license }]) => [nameOf(place), license ?? readByHand[nameOf(place)] ?? 'no licence'] as const)
    .map(([name, licence]) => [name, licence === 'BSD' ? (readByHand[name] ?? licence) : licence] as const)
    .filter(([, licence]) => !isAllowed(licence))
    .map(([name, licence]) => `${name}: ${licence}`);

/** An SPDX expression: of alternatives one must be allowed, of a sum all. */
export const isAllowed = (expression: string): boolean => {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isAllowed);
  return plain.split(' AND ').every((licence) => allowed.has(licence.trim()));
};
