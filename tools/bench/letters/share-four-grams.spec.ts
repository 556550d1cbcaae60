import { describe, expect, it } from '@jest/globals';
import { shareFourGrams } from './share-four-grams.ts';

describe('shareFourGrams', () => {
  it('is all for the same text and nothing for another', () => {
    expect(shareFourGrams('One two, three four five.', 'one two three four five')).toBe(100);
    expect(shareFourGrams('one two three four five', 'six seven eight nine ten')).toBe(0);
  });

  it('is the share of what both have together', () => {
    expect(shareFourGrams('a b c d e', 'b c d e f')).toBeCloseTo(33.3, 1);
  });
});
