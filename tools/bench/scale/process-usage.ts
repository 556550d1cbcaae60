import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc; the same on every Linux that Node runs on. */
const ticksPerSecond = 100;

const statOf = (pid: number): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold spaces and brackets.
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Milliseconds of processor time that a process, and the children it has waited for, have used. NaN where the system does not say (not Linux). */
export const cpuMs = (pid: number): number => {
  try {
    const ticks = statOf(pid)
      .slice(11, 15)
      .reduce((sum, field) => sum + Number(field), 0);
    return (ticks / ticksPerSecond) * 1000;
  } catch {
    // Gone, or no /proc.
    return NaN;
  }
};

/** The same for a process and all that it has started, those of them too. */
export const cpuMsOfTree = (pid: number): number => treeOf(pid).reduce((sum, each) => sum + (cpuMs(each) || 0), 0);

/** Megabytes of a process and its children that are its own, shared pages by their share. */
export const memoryMbOfTree = (pid: number): number => treeOf(pid).reduce((sum, each) => sum + field(each, 'smaps_rollup', 'Pss'), 0);

/** Megabytes of a process and its children as most tools count them: what they share is counted for each. */
export const residentMbOfTree = (pid: number): number => treeOf(pid).reduce((sum, each) => sum + field(each, 'status', 'VmRSS'), 0);

export const parentOf = (pid: number): number => Number(statOf(pid)[1]);

const field = (pid: number, file: string, name: string): number => {
  try {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
};

/** A process and all that it has started, those of them too. */
export const treeOf = (root: number): number[] => {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      parents.set(Number(name), parentOf(Number(name)));
    } catch {
      // It ended while the list was read.
    }
  }
  const tree = [root];
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  return tree;
};
