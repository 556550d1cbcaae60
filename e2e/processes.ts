import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface FoundProcess {
  pid: number;
  /** Command line, or the title that the process gave itself. */
  command: string;
}

/** Every live process whose environment mentions `marker`: what a stack started, whoever its parent is by now. */
export function findProcesses(marker: string): FoundProcess[] {
  return existsSync('/proc/self/environ') ? fromProc(marker) : fromPs(marker);
}

function fromProc(marker: string): FoundProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      // Redis writes its title over its environment, but it works in its data folder.
      const mentions = [() => readFileSync(`/proc/${name}/environ`, 'utf8'), () => readlinkSync(`/proc/${name}/cwd`)];
      if (!mentions.some((mention) => orNothing(mention).includes(marker))) return [];
      const command = orNothing(() => readFileSync(`/proc/${name}/cmdline`, 'utf8'));
      return [{ pid: Number(name), command: command.replaceAll('\0', ' ').trim() }];
    });
}

/** A process may end, or be somebody else's, between the listing and the reading: then it is not ours. */
function orNothing(look: () => string): string {
  try {
    return look();
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}

function fromPs(marker: string): FoundProcess[] {
  return execFileSync('ps', ['-A', '-E', '-ww', '-o', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(marker))
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim().replace(/^\d+\s+/, '') }))
    .filter(({ pid }) => pid !== process.pid);
}
