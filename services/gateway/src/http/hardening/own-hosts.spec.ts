import { describe, expect, it } from '@jest/globals';
import { originForm, ownHosts, readHost } from './own-hosts.ts';

const asked = (url: string, ...hosts: string[]) => readHost({ url, rawHeaders: hosts.flatMap((host) => ['Host', host]) });

describe('readHost', () => {
  it('reads the one Host there is, in any case', () => {
    expect(asked('/api', 'LocalHost:3000')).toBe('localhost:3000');
  });

  it.each([
    ['no Host', asked('/api')],
    ['two of them', asked('/api', 'localhost', 'evil.example')],
    ['the same twice', asked('/api', 'localhost', 'localhost')],
    ['a target that names another host', asked('http://evil.example/api', 'localhost')],
    ['a target with a user name', asked('http://localhost@evil.example/', 'localhost')],
    ['a target of another kind', asked('ftp://localhost/', 'localhost')],
    ['a target that is no address', asked('*', 'localhost')],
  ])('finds none in %s', (_, host) => {
    expect(host).toBeNull();
  });

  it('takes a target that names the same host', () => {
    expect(asked('http://localhost:3000/api?x=1', 'localhost:3000')).toBe('localhost:3000');
    expect(originForm('http://localhost:3000/api?x=1')).toBe('/api?x=1');
    expect(originForm('http://localhost:3000?x=1')).toBe('/?x=1');
  });
});

describe('ownHosts', () => {
  const isOwn = ownHosts(['Letters.example', 'only.example:8443']);

  it.each(['localhost', '127.0.0.1:3000', '[::1]:3000', 'letters.example', 'letters.example:443', 'only.example:8443'])(
    'answers to %s',
    (host) => expect(isOwn(host)).toBe(true),
  );

  it.each([
    '',
    'evil.example',
    'localhost.',
    'localhost.evil.example',
    '127.0.0.1.nip.example',
    '[::1',
    '::1',
    'localhost:',
    'localhost:x',
    'localhost:80:80',
    'only.example',
    '0.0.0.0',
    '127.1',
  ])('does not answer to "%s"', (host) => expect(isOwn(host)).toBe(false));
});
