import { describe, expect, it } from '@jest/globals';
import { FetchFailed } from './fetch-errors.ts';
import { followLocation } from './follow-location.ts';

const from = new URL('https://example.com/a/b?c');
const onTheWire = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

describe('followLocation', () => {
  it.each([
    ['d', 'https://example.com/a/d'],
    ['/über uns', 'https://example.com/%C3%BCber%20uns'],
    ['//other.example/x', 'https://other.example/x'],
    ['?page=2', 'https://example.com/a/b?page=2'],
    [' https://other.example/über uns ', 'https://other.example/über%20uns'],
  ])('leads %j to %s', (location, target) => {
    expect(followLocation(onTheWire(location), from)).toBe(target);
  });

  it('keeps the spelling of another site for the gate to see', () => {
    for (const location of ['http://0x7f.1/', 'http://user@example.com/', 'HTTP://Example.com\\@127.0.0.1/', 'http://127.1']) {
      expect(followLocation(location, from)).toBe(location);
    }
  });

  it('says so when it leads nowhere', () => {
    expect(() => followLocation('//[', from)).toThrow(FetchFailed);
  });
});
