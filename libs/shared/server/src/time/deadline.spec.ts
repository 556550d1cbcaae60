import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startDeadline } from './deadline.ts';

describe('a deadline', () => {
  let passed: number;
  beforeEach(() => {
    jest.useFakeTimers({ now: 1_000_000 });
    passed = 0;
  });
  afterEach(() => void jest.useRealTimers());

  const start = () => startDeadline(8000, () => (passed += 1));

  it('passes after its time', () => {
    const deadline = start();
    jest.advanceTimersByTime(7999);
    expect(passed).toBe(0);
    jest.advanceTimersByTime(1);
    expect(passed).toBe(1);
    expect(deadline.stoodStill()).toBe(false);
  });

  it('starts anew when something came, and ends when it is cleared', () => {
    const deadline = start();
    jest.advanceTimersByTime(5000);
    deadline.restart();
    jest.advanceTimersByTime(5000);
    expect(passed).toBe(0);
    deadline.clear();
    jest.advanceTimersByTime(60_000);
    expect(passed).toBe(0);
  });

  it('gives its whole time again after the process stood still', () => {
    const deadline = start();
    jest.advanceTimersByTime(2000);
    // A laptop that was closed: the clock on the wall went on, timers did not.
    jest.setSystemTime(Date.now() + 3_600_000);
    jest.advanceTimersByTime(6000);
    expect(passed).toBe(0);
    expect(deadline.stoodStill()).toBe(true);
    jest.advanceTimersByTime(8000);
    expect(passed).toBe(1);
  });
});
