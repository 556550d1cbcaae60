import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Loaded into every process of the product by `NODE_OPTIONS=--import`, only by the fault harness. At each named point of the protocol it
 * looks for a file of that name in COVERWRIGHT_FAULT_DIR/armed and, when there is one, takes it (a rename: one process gets it) and does
 * to its own process what the file says: `kill` or `pause`.
 */
const folder = process.env.COVERWRIGHT_FAULT_DIR;
const [, role] = /services.(gateway|researcher|writer).dist/.exec(process.argv[1] ?? '') ?? [];

if (folder !== undefined && role !== undefined) {
  globalThis.coverwrightFaultPoint = (point) => {
    const claimed = join(folder, 'claimed', `${Date.now()}.${process.pid}.${role}.${point}`);
    try {
      renameSync(join(folder, 'armed', point), claimed);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
    process.kill(process.pid, readFileSync(claimed, 'utf8') === 'pause' ? 'SIGSTOP' : 'SIGKILL');
  };
}

if (process.env.COVERWRIGHT_FAULT_NO_FENCE !== undefined && role !== undefined) {
  const { JobRepository } = await import('@coverwright/server');
  // The counter-test: with the fence away the harness must find something, else it would find nothing in any product.
  Object.assign(JobRepository.prototype, { checkFence: (_manager: unknown, claim: { job: unknown }) => Promise.resolve(claim.job) });
}
