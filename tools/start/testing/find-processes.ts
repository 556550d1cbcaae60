import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface RunningProcess {
  pid: number;
  name: string;
}

const run = promisify(execFile);
const isOurs = /coverwright-|redis-server|valkey-server|guardian\.sh/;

/** The processes of a launcher, found by what they were started with; ones that only wait to be reaped do not count. */
export const findProcesses = async (launcher: number): Promise<RunningProcess[]> => {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,stat=,args=']);
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .filter(([, , ppid, stat, args]) => Number(ppid) === launcher && !stat?.startsWith('Z') && isOurs.test(args ?? ''))
    .map(([, pid, , , args]) => ({ pid: Number(pid), name: /coverwright-\w+|redis|valkey|guardian/.exec(args ?? '')?.[0] ?? '' }));
};

/** Resolves when none of the processes runs any more; rejects with the names that are left after `limit` milliseconds. */
export const allGone = async (processes: RunningProcess[], limit: number): Promise<void> => {
  const until = Date.now() + limit;
  for (;;) {
    const { stdout } = await run('ps', ['-A', '-o', 'pid=,stat=']);
    const alive = new Set([...stdout.matchAll(/^\s*(\d+)\s+[^Z\s]/gm)].map(([, pid]) => Number(pid)));
    const left = processes.filter(({ pid }) => alive.has(pid));
    if (left.length === 0) return;
    if (Date.now() > until) throw new Error(`still running: ${left.map(({ name, pid }) => `${name} ${pid}`).join(', ')}`);
    // Processes that are not ours to wait for give no event.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
