import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultFolder } from './fault-folder.ts';

/** A disk small enough to be filled, which can also be made read-only. */
export interface SmallDisk {
  /** False: this machine does not let us mount one, and the hook in the product's processes only says that it is full or read-only. */
  mounted: boolean;
  folder: string;
  fill(): void;
  free(): void;
  /** False when it was refused for seconds: somebody keeps a file open for writing. */
  protect(): Promise<boolean>;
  unprotect(): Promise<void>;
  close(): Promise<void>;
}

const fakeIt = process.env.COVERWRIGHT_FAULT_FAKE_DISK !== undefined;
const tries = 200;
const againAfterMs = 25;

/** `folder` exists and is empty. What is faked is the content folder only. */
export function openSmallDisk(folder: string, faults: FaultFolder, megabytes: number): SmallDisk {
  const isMounted = !fakeIt && run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
  return isMounted ? mountedDisk(folder) : fakedDisk(folder, faults);
}

/** Whether this machine lets us have a real one. */
export function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'coverwright-mount-'));
  const mounted = !fakeIt && run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder);
  if (mounted) run('umount', folder);
  rmdirSync(folder);
  return mounted;
}

function mountedDisk(folder: string): SmallDisk {
  // However this process ends, what it mounted goes with it: the shell sees its input close.
  const guard = spawn('sh', ['-c', 'read -r line; umount -l "$1" 2>/dev/null', 'sh', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  const ballast = join(folder, 'ballast');
  return {
    mounted: true,
    folder,
    fill: () => writeUntilFull(ballast),
    free: () => rmSync(ballast, { force: true }),
    protect: () => tryFor('mount', '-o', 'remount,ro', folder),
    unprotect: () => insist('mount', '-o', 'remount,rw', folder),
    close: async () => {
      await insist('umount', folder);
      guard.stdin?.end();
    },
  };
}

function fakedDisk(folder: string, faults: FaultFolder): SmallDisk {
  return {
    mounted: false,
    folder,
    fill: () => faults.failWrites('ENOSPC'),
    free: () => faults.failWrites(null),
    protect: async () => {
      faults.failWrites('EROFS');
      return true;
    },
    unprotect: async () => faults.failWrites(null),
    close: async () => undefined,
  };
}

function writeUntilFull(path: string): void {
  const file = openSync(path, 'a');
  const page = Buffer.alloc(4096, 1);
  try {
    for (;;) writeSync(file, page);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

async function tryFor(command: string, ...args: string[]): Promise<boolean> {
  for (let left = tries; left > 0; left -= 1) {
    if (run(command, ...args)) return true;
    await pause(againAfterMs);
  }
  return false;
}

async function insist(command: string, ...args: string[]): Promise<void> {
  if (!(await tryFor(command, ...args))) throw new Error(`It was tried ${tries} times in vain: ${command} ${args.join(' ')}`);
}
