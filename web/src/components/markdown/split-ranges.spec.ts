import { describe, expect, it } from '@jest/globals';
import { splitRanges } from './split-ranges.ts';

const cut = (value: string, at: number | null, ...ranges: [key: string, start: number, end: number][]) =>
  splitRanges(
    { kind: 'text', value, at },
    ranges.map(([key, start, end]) => ({ key, start, end })),
  ).map(({ key, value: text }) => `${key ?? '-'}:${text}`);

describe('splitRanges', () => {
  it('cuts a text where ranges begin and end, also those that reach beyond it', () => {
    expect(cut('one two three', 10, ['a', 5, 13], ['b', 14, 17], ['c', 18, 40])).toEqual(['a:one', '-: ', 'b:two', '-: ', 'c:three']);
  });

  it('leaves alone what no range covers, or what is spelled otherwise in the source', () => {
    expect(cut('one', 10, ['a', 0, 10], ['b', 13, 20])).toEqual(['-:one']);
    expect(cut('&', null, ['a', 0, 99])).toEqual(['-:&']);
  });
});
