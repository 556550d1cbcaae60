import { describe, expect, it } from '@jest/globals';
import { Isolation } from '../src/isolation/isolation.ts';
import { runInProcess } from '../src/isolation/run-in-process.ts';
import { Turns } from '../src/isolation/turns.ts';

const script = new URL('./hostile-worker.ts', import.meta.url);
const run = (act: string, limits = {}, signal = new AbortController().signal) =>
  runInProcess(script, act, { growthMb: 200, deadlineMs: 10_000, ...limits }, signal);

describe('work in a process of its own', () => {
  it('is answered, and knows nothing of the settings of this process', async () => {
    expect(await run('answer')).toEqual({ value: { settings: [] } });
  });

  it.each([
    ['loop for ever', 'time', { deadlineMs: 500 }],
    ['fill its heap', 'memory', {}],
    ['fill its heap', 'memory', { growthMb: 4000 }],
    ['fill buffers outside its heap', 'memory', {}],
    ['throw', 'crash', {}],
    ['exit', 'crash', {}],
  ])(
    'that wants to %s is ended: %s',
    async (act, reason, limits) => {
      await expect(run(act, limits)).rejects.toMatchObject({ reason });
    },
    20_000,
  );

  it('is ended when the gateway stops', async () => {
    const stopping = new AbortController();
    const ended = expect(run('loop for ever', {}, stopping.signal)).rejects.toMatchObject({ reason: 'shutdown' });
    stopping.abort();
    await ended;
    await expect(run('answer', {}, stopping.signal)).rejects.toMatchObject({ reason: 'shutdown' });
  });
});

describe('the queue for such work', () => {
  it('refuses the tenth at once, and is empty when the gateway stops', async () => {
    const isolation = new Isolation();
    const work = Array.from({ length: 9 }, () => isolation.run(script, 'loop for ever', { growthMb: 200, deadlineMs: 60_000 }));
    const ended = Promise.allSettled(work);
    await expect(isolation.run(script, 'answer', { growthMb: 200, deadlineMs: 10_000 })).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
    });
    isolation.beforeApplicationShutdown();
    expect((await ended).map((end) => end.status === 'rejected' && (end.reason as { reason: string }).reason)).toEqual(
      Array(9).fill('shutdown'),
    );
  });
});

describe('turns', () => {
  it('let so many at work at once, in the order in which they came, also after one failed', async () => {
    const turns = new Turns(2);
    const log: string[] = [];
    const ends: (() => void)[] = [];
    const work = (name: string) =>
      turns.take(async () => {
        log.push(name);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (name === 'a') throw new Error('a failed');
      });
    const all = ['a', 'b', 'c', 'd'].map((name) => work(name).catch(() => log.push(`${name} failed`)));
    await Promise.resolve();
    expect(log).toEqual(['a', 'b']);
    ends[0]?.();
    await all[0];
    expect(log).toEqual(['a', 'b', 'c', 'a failed']);
    ends[1]?.();
    await all[1];
    expect(log).toEqual(['a', 'b', 'c', 'a failed', 'd']);
    ends.slice(2).forEach((end) => end());
    await Promise.all(all);
  });
});
