import { describe, expect, it } from '@jest/globals';
import { HostTurns } from './take-turns.ts';

const never = new AbortController().signal;
const pauses = { pauseMs: 0, patienceMs: 1000 };

describe('HostTurns', () => {
  it('lets one host have one request at a time, in the order asked for', async () => {
    const turns = new HostTurns();
    const first = Promise.withResolvers<void>();
    const log: string[] = [];
    const take = (name: string, until: Promise<void>) =>
      turns.run('a.example', pauses, never, async () => {
        log.push(`${name} starts`);
        await until;
        log.push(`${name} ends`);
      });
    const all = [take('1', first.promise), take('2', Promise.resolve()), take('3', Promise.resolve())];
    await turns.run('b.example', pauses, never, async () => log.push('other host'));
    expect(log).toEqual(['1 starts', 'other host']);
    first.resolve();
    await Promise.all(all);
    expect(log.slice(2)).toEqual(['1 ends', '2 starts', '2 ends', '3 starts', '3 ends']);
  });

  it('goes on after a failure', async () => {
    const turns = new HostTurns();
    await expect(turns.run('a.example', pauses, never, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turns.run('a.example', pauses, never, async () => 'yes')).resolves.toBe('yes');
  });

  it('pauses before the next request', async () => {
    const turns = new HostTurns();
    await turns.run('a.example', { ...pauses, pauseMs: 30 }, never, async () => undefined);
    const started = performance.now();
    await turns.run('a.example', pauses, never, async () => undefined);
    expect(performance.now() - started).toBeGreaterThan(20);
  });

  it('stops waiting when aborted and does not hold up those behind', async () => {
    const turns = new HostTurns();
    const hold = Promise.withResolvers<void>();
    const stop = new AbortController();
    const held = turns.run('a.example', pauses, never, () => hold.promise);
    const waiting = turns.run('a.example', pauses, stop.signal, async () => 'never');
    const behind = turns.run('a.example', pauses, never, async () => 'next');
    stop.abort(new Error('cancelled'));
    await expect(waiting).rejects.toThrow('cancelled');
    hold.resolve();
    await held;
    await expect(behind).resolves.toBe('next');
  });

  it('leaves a host alone for as long as it asks, and says so when that is too long', async () => {
    const turns = new HostTurns();
    turns.holdOff('a.example', 40);
    const started = performance.now();
    await turns.run('a.example', pauses, never, async () => undefined);
    expect(performance.now() - started).toBeGreaterThan(30);

    turns.holdOff('a.example', 300_000);
    turns.holdOff('a.example', 10);
    const work = async () => 'asked';
    await expect(turns.run('a.example', pauses, never, work)).rejects.toThrow('left alone for 5 minutes, which is longer than a run waits');
    await expect(turns.run('b.example', pauses, never, work)).resolves.toBe('asked');
  });

  it('forgets hosts that nothing is owed to, and no others', async () => {
    const turns = new HostTurns();
    turns.holdOff('held.example', 300_000);
    for (let host = 0; host < 1200; host += 1) await turns.run(`${host}.example`, pauses, never, async () => undefined);
    await expect(turns.run('held.example', pauses, never, async () => undefined)).rejects.toThrow('left alone');
  });
});
