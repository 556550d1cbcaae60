import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Rounds } from './rounds.ts';

describe('rounds of work', () => {
  const open: Rounds[] = [];
  afterEach(() => Promise.all(open.splice(0).map((rounds) => rounds.end())));

  /** Each round waits until it is let go. */
  const held = () => {
    const waiting: (() => void)[] = [];
    const work = jest.fn(() => new Promise<void>((resolve) => waiting.push(resolve)));
    const rounds = new Rounds(work, () => undefined);
    open.push(rounds);
    return { rounds, work, letGo: () => waiting.shift()?.() };
  };
  const turn = () => new Promise(setImmediate);

  it('never overlap, and are one however often they are asked for meanwhile', async () => {
    const { rounds, work, letGo } = held();
    void rounds.soon();
    await turn();
    for (let time = 0; time < 3; time += 1) void rounds.soon();
    await turn();
    expect(work).toHaveBeenCalledTimes(1);
    letGo();
    await turn();
    expect(work).toHaveBeenCalledTimes(2);
    letGo();
    await turn();
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('go on after one that failed, which is told of', async () => {
    const told = jest.fn();
    const work = jest.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('away')).mockResolvedValue();
    const rounds = new Rounds(work, told);
    await rounds.soon();
    await rounds.soon();
    expect(work).toHaveBeenCalledTimes(2);
    expect(told).toHaveBeenCalledTimes(1);
    await rounds.end();
  });

  it('end after the one under way, and begin no other', async () => {
    const { rounds, work, letGo } = held();
    void rounds.start(60_000);
    await turn();
    void rounds.soon();
    const ended = rounds.end();
    letGo();
    await ended;
    await rounds.soon();
    expect(work).toHaveBeenCalledTimes(1);
  });
});
