import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../process/run-command.ts';
import { splitLines } from '../process/split-lines.ts';
import { signalGroup } from '../process/guardian.ts';
import { UserError } from '../process/user-error.ts';
import { root } from '../root.ts';
import type { BenchContext } from './benches.ts';

const rounds = 5;

/** Warm start to ready, against a Node process that does nothing. */
export const benchStart = async ({ guardian, signal, say }: BenchContext): Promise<void> => {
  const starts: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    signal.throwIfAborted();
    const began = performance.now();
    await runCommand(guardian, process.execPath, ['-e', '0'], { signal });
    bare.push(performance.now() - began);
    starts.push(await startOnce({ guardian, signal, say }));
  }
  const [start, empty] = [median(starts), median(bare)];
  say(
    `start: ready after ${(start / 1000).toFixed(2)} s (median of ${rounds}), ${(start / empty).toFixed(0)} times an empty Node process (${empty.toFixed(0)} ms)`,
  );
};

const startOnce = async ({ guardian }: BenchContext): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-bench-'));
  const own = { HOST: '127.0.0.1', PORT: '0', REDIS_URL: '', DATABASE_URL: '', LLM_PROVIDER: 'offline', LOG_FORMAT: 'json' };
  const began = performance.now();
  const child = guardian.spawn('sh', [join(root, 'tools/run'), 'start'], {
    cwd: root,
    env: { ...process.env, ...own, DATA_DIR: join(folder, 'data'), CONTENT_DIR: join(folder, 'content') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    return await new Promise<number>((resolve, reject) => {
      splitLines(child.stdout, (line) => {
        if (line.startsWith('Coverwright is ready: ')) resolve(performance.now() - began);
      });
      void ended.then(() => reject(new UserError('The product ended before it was ready; the lines above say why.')));
    });
  } finally {
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
};

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
