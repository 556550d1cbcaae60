import { describe, expect, it } from '@jest/globals';
import { sizeOverBase } from './image-size.ts';

describe('the size of the image over its base', () => {
  it('is the sum of its own layers, newest first', () => {
    expect(
      sizeOverBase('0\tCMD ["node"]\n300\tCOPY /product ./\n4000\tCOPY /app ./\n0\tENV NODE_ENV=production DATA_DIR=/data\n99999\tbase\n'),
    ).toBe(4300);
  });

  it('is not guessed when the base cannot be told apart', () => {
    expect(() => sizeOverBase('1\tRUN something\n')).toThrow('NODE_ENV=production');
  });
});
