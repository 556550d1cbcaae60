import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchContext } from '../benches.ts';
import { percentile } from '../flow/percentile.ts';
import { memoryMbOfTree, residentMbOfTree } from './process-usage.ts';
import { startScaledStack, type StackOptions } from './scaled-stack.ts';

const rounds = 3;
/** Long enough for what is only needed at start to be given back. */
const settleMs = 8000;

export interface MemoryFigures {
  process: string;
  /** Megabytes with the children's; what is shared with others counts by its share, and once for each. */
  own: number;
  resident: number;
}

export interface StartFigures {
  startSeconds: number;
  processes: MemoryFigures[];
}

/** How long the whole stack takes to be ready, and what each process holds when nothing happens, beside a Node process that does nothing. */
export const benchMemory = async (context: BenchContext): Promise<StartFigures> => {
  const seconds: number[] = [];
  let processes: MemoryFigures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    context.signal.throwIfAborted();
    const folder = await mkdtemp(join(tmpdir(), 'coverwright-bench-'));
    const options: StackOptions = { folder, databaseUrl: null, writers: null };
    const stack = await startScaledStack(context, options);
    const idle = context.guardian.spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    try {
      seconds.push(stack.startSeconds);
      if (round < rounds - 1) continue;
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      processes = [...stack.pids, ['empty Node process', idle.pid ?? 0] as const].map(([name, pid]) => ({
        process: name,
        own: memoryMbOfTree(pid),
        resident: residentMbOfTree(pid),
      }));
    } finally {
      idle.kill();
      await stack.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return { startSeconds: percentile(seconds, 0.5), processes };
};
