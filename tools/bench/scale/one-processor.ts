import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { treeOf } from './process-usage.ts';

const set = (pids: number[], processors: string): boolean =>
  pids.every((pid) => spawnSync('taskset', ['-a', '-c', '-p', processors, String(pid)]).status !== null);

/** Runs `work` while these processes and all they have started share one processor. Null where that cannot be asked for (no taskset). */
export const onOneProcessor = async <T>(pids: Iterable<number>, work: () => Promise<T>): Promise<T | null> => {
  const all = [...pids].flatMap(treeOf);
  if (!set(all, '0')) return null;
  try {
    return await work();
  } finally {
    set(all, `0-${cpus().length - 1}`);
  }
};
