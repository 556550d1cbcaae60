import { describe, expect, it } from '@jest/globals';
import { describeRecognised } from './describe-recognised.ts';

const role = { title: 'Cook', employer: null, period: null };

describe('describeRecognised', () => {
  it.each([
    [{ roles: [], education: [], skills: [] }, 'no positions, no entries of education and no skills'],
    [{ roles: [role], education: ['a', 'b'], skills: ['x'] }, 'one position, 2 entries of education and one skill'],
  ])('counts in words', (recognised, words) => {
    expect(describeRecognised(recognised)).toBe(words);
  });
});
