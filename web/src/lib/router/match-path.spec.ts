import { describe, expect, it } from '@jest/globals';
import { matchPath } from './match-path.ts';

describe('matchPath', () => {
  it('takes the named parts out of an address', () => {
    expect(matchPath('/applications/:id/documents/:documentId', '/applications/1/documents/b%20c')).toEqual({ id: '1', documentId: 'b c' });
    expect(matchPath('/', '/')).toEqual({});
    expect(matchPath('/resume', '/resume/')).toEqual({});
  });

  it('says no to longer, shorter and other addresses', () => {
    expect(matchPath('/applications/:id', '/applications')).toBeNull();
    expect(matchPath('/applications/:id', '/applications/1/documents')).toBeNull();
    expect(matchPath('/resume', '/system')).toBeNull();
  });

  it('takes a mistyped escape as it stands', () => {
    expect(matchPath('/applications/:id', '/applications/%zz')).toEqual({ id: '%zz' });
  });
});
