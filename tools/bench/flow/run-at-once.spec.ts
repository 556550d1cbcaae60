import { describe, expect, it } from '@jest/globals';
import { runAtOnce } from './run-at-once.ts';

describe('runAtOnce', () => {
  it('does every item once, and never more at a time than allowed', async () => {
    const done: number[] = [];
    let now = 0;
    let most = 0;
    await runAtOnce([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      most = Math.max(most, (now += 1));
      await Promise.resolve();
      now -= 1;
      done.push(item);
    });
    expect(done.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('fails with the failure of an item', async () => {
    await expect(runAtOnce([1, 2], 2, (item) => (item === 2 ? Promise.reject(new Error('no 2')) : Promise.resolve()))).rejects.toThrow(
      'no 2',
    );
  });
});
