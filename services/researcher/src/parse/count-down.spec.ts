import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { countDown } from './count-down.ts';

describe('countDown', () => {
  let ended: number;
  beforeEach(() => {
    jest.useFakeTimers();
    ended = 0;
  });
  afterEach(() => void jest.useRealTimers());

  it('ends once, after its time', () => {
    countDown(5000, () => (ended += 1));
    jest.advanceTimersByTime(4999);
    expect(ended).toBe(0);
    jest.advanceTimersByTime(60_000);
    expect(ended).toBe(1);
  });

  it('does not end once stopped', () => {
    const stop = countDown(5000, () => (ended += 1));
    jest.advanceTimersByTime(4000);
    stop();
    jest.advanceTimersByTime(60_000);
    expect(ended).toBe(0);
  });

  it('loses little when the process stood still', () => {
    countDown(5000, () => (ended += 1));
    jest.advanceTimersByTime(1000);
    // However long it stood still, what is overdue comes once.
    jest.advanceTimersToNextTimer();
    jest.setSystemTime(Date.now() + 3_600_000);
    jest.advanceTimersByTime(3000);
    expect(ended).toBe(0);
  });
});
