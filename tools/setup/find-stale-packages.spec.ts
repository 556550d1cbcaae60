import { describe, expect, it } from '@jest/globals';
import { findStalePackages, type Lock } from './find-stale-packages.ts';

const lock = (packages: Lock['packages']): Lock => ({ packages });
const zod = { version: '4.0.0', integrity: 'a' };

describe('findStalePackages', () => {
  it('finds nothing when the record holds what the lock asks for', () => {
    const wanted = lock({ '': {}, web: {}, 'node_modules/zod': zod, 'node_modules/@coverwright/web': { link: true } });
    expect(findStalePackages(wanted, lock({ web: {}, 'node_modules/zod': zod, 'node_modules/@coverwright/web': { link: true } }))).toEqual(
      [],
    );
  });

  it('accepts that builds for other platforms are missing', () => {
    const wanted = lock({ 'node_modules/core-darwin': { version: '1.0.0', optional: true } });
    expect(findStalePackages(wanted, lock({}))).toEqual([]);
  });

  it.each([
    ['a missing package', lock({})],
    ['another version', lock({ 'node_modules/zod': { ...zod, version: '3.0.0' } })],
    ['another content of the same version', lock({ 'node_modules/zod': { ...zod, integrity: 'b' } })],
  ])('names %s', (_name, installed) => {
    expect(findStalePackages(lock({ 'node_modules/zod': zod }), installed)).toEqual(['node_modules/zod']);
  });

  it('names a package that the lock no longer asks for', () => {
    expect(findStalePackages(lock({}), lock({ 'node_modules/left': zod }))).toEqual(['node_modules/left']);
  });
});
