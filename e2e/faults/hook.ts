import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fakeClock } from './hook-clock.ts';
import { fakeDiskTrouble } from './hook-disk.ts';

/*
 * Loaded into every process of the product by `NODE_OPTIONS=--import`, only by the fault harness. At each named point of the protocol it
 * looks for a file of that name, with or without its own role behind it, in COVERWRIGHT_FAULT_DIR/armed and, when there is one, takes it (a
 * rename: one process gets it) and does to its own process what the file says: `kill` or `pause`. It also fakes what cannot be had for
 * real: a clock that jumps and, where none can be mounted, a disk that is full or read-only.
 */
const folder = process.env.COVERWRIGHT_FAULT_DIR;
const [, role] = /services.(gateway|researcher|writer).dist/.exec(process.argv[1] ?? '') ?? [];

if (folder !== undefined && role !== undefined) {
  const take = (armed: string, claimed: string): boolean => {
    try {
      renameSync(join(folder, 'armed', armed), claimed);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  };
  // The name and what is measured are of the harness, so they go by the real clock.
  const { now } = Date;
  globalThis.coverwrightFaultPoint = (point) => {
    const claimed = join(folder, 'claimed', `${now()}.${process.pid}.${role}.${point}`);
    if (!take(`${point}.${role}`, claimed) && !take(point, claimed)) return;
    process.kill(process.pid, readFileSync(claimed, 'utf8') === 'pause' ? 'SIGSTOP' : 'SIGKILL');
  };
  fakeDiskTrouble(process.env.CONTENT_DIR ?? '', join(folder, 'writes-fail'));
  fakeClock(join(folder, `clock.${role}`));
}

if (process.env.COVERWRIGHT_FAULT_NO_FENCE !== undefined && role !== undefined) {
  const { JobRepository } = await import('@coverwright/server');
  // The counter-test: with the fence away the harness must find something, else it would find nothing in any product.
  Object.assign(JobRepository.prototype, { checkFence: (_manager: unknown, claim: { job: unknown }) => Promise.resolve(claim.job) });
}
