import { describe, expect, it } from '@jest/globals';
import { findLicenceFaults, isAllowed } from './check-licences.ts';
import { findLockFaults } from './check-lock.ts';
import { findReasonFaults } from './check-reasons.ts';

describe('the supply chain', () => {
  it('is at fault when a package has no checksum, an address of its own, or lacks a build for another platform', () => {
    const good = { version: '1.0.0', integrity: 'sha512-x' };
    expect(
      findLockFaults({
        '': { optionalDependencies: { 'native-mac': '1' } },
        'libs/shared/a': {},
        'node_modules/@own/a': { link: true, resolved: 'libs/shared/a' },
        'node_modules/fine': good,
        'node_modules/bare': { version: '1.0.0' },
        'node_modules/far': { ...good, resolved: 'https://elsewhere.example/far.tgz' },
        'node_modules/native': { ...good, optionalDependencies: { 'native-linux': '1', 'native-mac': '1' } },
        'node_modules/native/node_modules/native-linux': good,
      }),
    ).toEqual([
      'node_modules/bare has no checksum',
      'node_modules/far comes from an address of its own',
      'the root asks for native-mac, which is not locked',
      'native asks for native-mac, which is not locked',
    ]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE', false],
  ])('takes the licence %s: %s', (licence, expected) => expect(isAllowed(licence)).toBe(expected));

  it('is at fault when a package that runs with the product has an unknown licence, and not when one for tests has', () => {
    const packages = { 'node_modules/a': { license: 'GPL-3.0-only' }, 'node_modules/b': {}, 'node_modules/c': { dev: true } };
    expect(findLicenceFaults(packages)).toEqual(['a: GPL-3.0-only', 'b: no licence']);
  });

  it('is at fault when nobody says why a package is there', () => {
    const page = '| package | where |\n| --- | --- |\n| @nest/common, core, zod | x | y |\n';
    expect(findReasonFaults(page, ['@nest/common', '@nest/core', 'zod', '@coverwright/server', 'left-pad'])).toEqual([
      expect.stringContaining('left-pad'),
    ]);
  });
});
