import { describe, expect, it } from '@jest/globals';
import { combine, scoreShingles } from './score-shingles.ts';

describe('scoreShingles', () => {
  it('gives full marks to the same words, whatever stands between them', () => {
    expect(scoreShingles('one two three, four five', 'one two\nthree four – five')).toEqual({ precision: 1, recall: 1 });
  });

  it('counts what is missing against recall and what is too much against precision', () => {
    expect(scoreShingles('a b c d e', 'a b c d')).toEqual({ precision: 1, recall: 0.5 });
    expect(scoreShingles('a b c d', 'a b c d e')).toEqual({ precision: 0.5, recall: 1 });
  });

  it('counts a repeated run as often as it is expected', () => {
    expect(scoreShingles('a b c d', 'a b c d a b c d').precision).toBe(1 / 5);
  });

  it('compares texts that are shorter than a run', () => {
    expect(scoreShingles('a b', 'a b')).toEqual({ precision: 1, recall: 1 });
    expect(scoreShingles('a b', 'a')).toEqual({ precision: 0, recall: 0 });
  });

  it('leaves a page without text out of precision', () => {
    const nothing = scoreShingles('a b c d', '');
    expect(nothing).toEqual({ precision: NaN, recall: 0 });
    expect(combine([nothing, { precision: 1, recall: 1 }])).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
  });
});
