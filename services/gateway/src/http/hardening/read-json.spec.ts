import { describe, expect, it } from '@jest/globals';
import { readJson } from './read-json.ts';

const read = (text: string | Uint8Array) => readJson(typeof text === 'string' ? Buffer.from(text) : text);

describe('readJson', () => {
  it.each([['{"a":[1,"x",null,true]}'], ['"text"'], ['{"a":"[[[\\"{"}'], ['\ufeff{"a":1}']])('reads %s', (text) => {
    expect(read(text)).toEqual(JSON.parse(text.replace('\ufeff', '')));
  });

  it('keeps every character', () => {
    const text = '\u202e😀\u0301\ufffd\ud800'.toWellFormed();
    expect(read(JSON.stringify(text))).toBe(text);
  });

  it('goes 32 levels down and no further', () => {
    expect(read('['.repeat(32) + ']'.repeat(32))).toBeInstanceOf(Array);
    expect(() => read('['.repeat(33) + ']'.repeat(33))).toThrow('more than 32 levels');
    expect(() => read('{"a":'.repeat(33) + '1' + '}'.repeat(33))).toThrow('more than 32 levels');
    expect(() => read('['.repeat(100_000))).toThrow('more than 32 levels');
    expect(read(`"${'['.repeat(100)}"`)).toHaveLength(100);
    expect(read(`[${'[],'.repeat(100)}[]]`)).toHaveLength(101);
  });

  it.each([[Uint8Array.of(0x22, 0xff, 0x22)], [Uint8Array.of(0x22, 0xc0, 0x80, 0x22)], [Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)]])(
    'refuses bytes that are not UTF-8 (%#)',
    (bytes) => expect(() => read(bytes)).toThrow('not valid UTF-8'),
  );

  it.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])('refuses a field "%s" at any level', (key) => {
    expect(() => read(`{"${key}":1}`)).toThrow('which nothing here takes');
    expect(() => read(`[{"a":{"${key}":{}}}]`)).toThrow('which nothing here takes');
  });

  it.each([['{"a":'], ['{a:1}'], ['NaN'], ['01'], ['[1,]'], ["{'a':1}"], ['/**/1'], ['']])('refuses %s', (text) => {
    expect(() => read(text)).toThrow('could not be read as JSON');
  });
});
