import { describe, expect, it } from '@jest/globals';
import { Throttle } from './throttle.ts';

describe('Throttle', () => {
  it('passes the first value at once and the latest on flush', async () => {
    const passed: number[] = [];
    const throttle = new Throttle<number>(60_000, async (value) => void passed.push(value));
    [1, 2, 3].forEach((value) => throttle.push(value));
    await throttle.flush();
    expect(passed).toEqual([1, 3]);
  });

  it('gives a failure to whoever flushes, once', async () => {
    const throttle = new Throttle<number>(60_000, () => Promise.reject(new Error('no database')));
    throttle.push(1);
    await expect(throttle.flush()).rejects.toThrow('no database');
    await expect(throttle.flush()).resolves.toBeUndefined();
  });
});
