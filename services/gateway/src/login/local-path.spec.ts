import { describe, expect, it } from '@jest/globals';
import { localPath } from './local-path.ts';

describe('localPath', () => {
  it.each(['/', '/applications/1', '/queues/queue/write?page=2', '/api/docs#x'])('goes on to %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/./\\evil.example',
    '/..//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    'applications',
    '',
    '/login',
    '/logout',
    undefined,
    ['/a', '/b'],
  ])('does not go to %j', (wanted) => {
    expect(localPath(wanted)).toBe('/');
  });
});
