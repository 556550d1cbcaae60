import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Loaded into every process of the product by `NODE_OPTIONS=--import`, only by the fault harness. At each named point of the protocol it
 * looks for a file of that name, with or without its own role behind it, in COVERWRIGHT_FAULT_DIR/armed and, when there is one, takes it (a
 * rename: one process gets it) and does to its own process what the file says: `kill` or `pause`.
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
  globalThis.coverwrightFaultPoint = (point) => {
    const claimed = join(folder, 'claimed', `${Date.now()}.${process.pid}.${role}.${point}`);
    if (!take(`${point}.${role}`, claimed) && !take(point, claimed)) return;
    process.kill(process.pid, readFileSync(claimed, 'utf8') === 'pause' ? 'SIGSTOP' : 'SIGKILL');
  };
}

if (process.env.COVERWRIGHT_FAULT_NO_FENCE !== undefined && role !== undefined) {
  const { JobRepository } = await import('@coverwright/server');
  // The counter-test: with the fence away the harness must find something, else it would find nothing in any product.
  Object.assign(JobRepository.prototype, { checkFence: (_manager: unknown, claim: { job: unknown }) => Promise.resolve(claim.job) });
}
