import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ExtractFailed } from '../extract/load-html.ts';
import { TaskPool, type PoolLimits } from './task-pool.ts';
import type { hostileTasks } from '../../test/hostile-worker.ts';

// Processes and hundreds of requests take their time on a busy machine.
jest.setTimeout(60_000);

type Hostile = typeof hostileTasks;

const never = new AbortController().signal;
const limits: PoolLimits = { helpers: 1, memoryMb: 96, taskMs: 1500, idleMs: 60_000 };
const pools: TaskPool<Hostile>[] = [];

function open(more: Partial<PoolLimits> = {}): TaskPool<Hostile> {
  const pool = new TaskPool<Hostile>(new URL('../../test/hostile-worker.ts', import.meta.url), { ...limits, ...more });
  pools.push(pool);
  return pool;
}

/** Resolves once there is no process of that id. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

describe('TaskPool', () => {
  it('works on task after task in one thread', async () => {
    const pool = open();
    await expect(pool.run('add', [1, 2], never)).resolves.toBe(3);
    const first = await pool.run('process', [], never);
    await expect(pool.run('process', [], never)).resolves.toBe(first);
    await expect(pool.run('thread', [], never)).resolves.toBe(await pool.run('thread', [], never));
    expect(first).not.toBe(process.pid);
  });

  it('starts a second helper only while the first is busy', async () => {
    const pool = open({ helpers: 2 });
    const one = await pool.run('process', [], never);
    await expect(pool.run('process', [], never)).resolves.toBe(one);
    const both = await Promise.all([pool.run('process', [], never), pool.run('process', [], never)]);
    expect(new Set(both).size).toBe(2);
  });

  it.each<[string, (keyof Hostile)[], string, Partial<PoolLimits>]>([
    ['without end', ['hang', 'backtrack'], 'takes too long', { taskMs: 500 }],
    ['without measure', ['eatSlowly', 'eatArrays', 'eatStrings', 'eatOneArray'], 'too much memory', { taskMs: 60_000 }],
    ['to no avail', ['recurse', 'fail', 'unsendable', 'exit'], 'could not be read', {}],
    ['with a reason', ['refuse'], 'The page is empty.', {}],
  ])('lives through pages that make it work %s, and says why they were not read', async (_, tasks, reason, more) => {
    const pool = open(more);
    for (const task of tasks) {
      const failure = await pool.run(task, [] as never, never).catch((error: unknown) => error);
      expect([task, failure]).toEqual([task, expect.any(ExtractFailed)]);
      expect([task, (failure as ExtractFailed).message]).toEqual([task, expect.stringContaining(reason)]);
    }
    await expect(pool.run('add', [1, 2], never)).resolves.toBe(3);
  });

  it('keeps the trace of a fault of ours, for the log, and only of those', async () => {
    const pool = open();
    await expect(pool.run('fail', [], never)).rejects.toHaveProperty('cause', expect.stringMatching(/a fault of ours[^]*hostile-worker/));
    await expect(pool.run('refuse', [], never)).rejects.not.toHaveProperty('cause');
  });

  it('gives the next in line its turn when one is stopped, and does not start what was stopped while waiting', async () => {
    const pool = open({ taskMs: 60_000 });
    const pid = await pool.run('process', [], never);
    const stop = new AbortController();
    const running = pool.run('hang', [], stop.signal);
    const waiting = pool.run('hang', [], stop.signal);
    const last = pool.run('add', [1, 2], never);
    stop.abort(new Error('cancelled'));
    await expect(running).rejects.toThrow('cancelled');
    await expect(waiting).rejects.toThrow('cancelled');
    await expect(pool.run('add', [1, 2], stop.signal)).rejects.toThrow('cancelled');
    await expect(last).resolves.toBe(3);
    await gone(pid);
  });

  it('ends everything when closed', async () => {
    const pool = open({ taskMs: 60_000 });
    const pid = await pool.run('process', [], never);
    const tasks = [pool.run('hang', [], never), pool.run('add', [1, 2], never)];
    pool.close();
    for (const task of tasks) await expect(task).rejects.toThrow('stopping');
    await expect(pool.run('add', [1, 2], never)).rejects.toThrow('stopping');
    await gone(pid);
  });

  it('starts a helper ahead of its first task, once', async () => {
    const pool = open({ helpers: 2 });
    const forked = jest.fn();
    subscribe('child_process', forked);
    try {
      pool.warm();
      pool.warm();
      await expect(pool.run('add', [1, 2], never)).resolves.toBe(3);
      pool.close();
      pool.warm();
      expect(forked).toHaveBeenCalledTimes(1);
    } finally {
      unsubscribe('child_process', forked);
    }
  });

  it('ends a helper that has had nothing to do', async () => {
    const pool = open({ idleMs: 20 });
    await gone(await pool.run('process', [], never));
    await expect(pool.run('add', [1, 2], never)).resolves.toBe(3);
  });

  it('says so, and blames no page, when its thread cannot start', async () => {
    const pool = new TaskPool(new URL('./not-there.ts', import.meta.url), limits);
    const failure = await pool.run('add', [], never).catch((error: unknown) => error);
    pool.close();
    expect(failure).not.toBeInstanceOf(ExtractFailed);
    expect(failure).toMatchObject({ message: 'The thread that reads pages could not start.', cause: expect.stringContaining('not-there') });
  });

  it('does not pass on the settings of the service', async () => {
    process.env.AUTH_TOKEN = 'secret';
    try {
      await expect(open().run('environment', [], never)).resolves.not.toContain('AUTH_TOKEN');
    } finally {
      delete process.env.AUTH_TOKEN;
    }
  });

  it('leaves nothing running when its service is killed in the middle of a page', async () => {
    const service = spawn(process.execPath, [fileURLToPath(new URL('../../test/hold-helper.ts', import.meta.url))], {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [pid] = (await once(service.stdout, 'data')) as [Buffer];
    service.kill('SIGKILL');
    await gone(Number(pid.toString()));
  });
});
