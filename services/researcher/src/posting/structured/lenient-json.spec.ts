import { describe, expect, it } from '@jest/globals';
import { readLiteral } from './lenient-json.ts';

const value = (text: string, rules = {}) => readLiteral(text, 0, rules)?.value;

describe('readLiteral', () => {
  it.each([
    ['{"a":1,"b":[true,null,"x"]}', { a: 1, b: [true, null, 'x'] }],
    ['{"a":1,}', { a: 1 }],
    ['[1,,2,]', [1, 2]],
    ["{a:'it\\'s', $b_1: `c`, 3: !0, d: !1}", { a: "it's", $b_1: 'c', 3: true, d: false }],
    ['{"a":"line\n\tbreak"}', { a: 'line\n\tbreak' }],
    ['{"a":"\\u00e9\\x41\\/\\q\\n"}', { a: 'éA/q\n' }],
    ['/* data */ {"a": 1 // one\n}', { a: 1 }],
    ['{a: -1.5e3, b: .5}', { a: -1500, b: 0.5 }],
    ['{a: undefined, b: 1}', { a: undefined, b: 1 }],
    ['{a: new Date("2026-01-01, x"), b: f(1, {c: 2})[0], c: navigator.language || "en", d: 4}', { d: 4 }],
  ])('reads %j', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  it('stops where the value ends', () => {
    expect(readLiteral('x = {"a":{}}; y = 1', 4)).toMatchObject({ end: 12 });
  });

  it.each(['', '{', '{"a"', '{"a":', '["a', '{"a" 1}', '{method() { return 1; }}', '!function(){}', '{a;b}'])(
    'says that %j is none',
    (text) => {
      expect(readLiteral(text, 0)).toBeNull();
    },
  );

  it('takes quotes inside a string for text when they are loose', () => {
    expect(value('{"a":"He said "hi", and left","b":"x"}', { looseQuotes: true })).toEqual({ a: 'He said "hi", and left', b: 'x' });
    expect(value('{"a":["one","two"],"b":"x"}', { looseQuotes: true })).toEqual({ a: ['one', 'two'], b: 'x' });
  });

  it('puts in what names stand for', () => {
    expect(value('{a: b, c: d}', { names: new Map([['b', 'x']]) })).toEqual({ a: 'x', c: undefined });
  });

  it('keeps a key called __proto__ a key', () => {
    expect(Object.keys(value('{"__proto__": {"polluted": 1}}') as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('gives up on what is nested without end', () => {
    expect(readLiteral('['.repeat(100_000), 0)).toBeNull();
    expect(readLiteral('{a:'.repeat(100_000), 0)).toBeNull();
  });
});
