import { Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import type { JobPayload } from '@coverwright/contracts';
import { concurrency, type BareWorkerPlan } from './plan.ts';
import { openSqlite } from './sqlite.ts';
import { writeByHand } from './writes-by-hand.ts';

/** A process of its own: the least a worker can do, or that and the durable writes by hand. Tells its parent how many runs are done. */
const plan = JSON.parse(process.env['BENCH_BARE_WORKER'] ?? '{}') as BareWorkerPlan;
const work = plan.byHand === null ? async () => undefined : writeByHand(openSqlite(plan.byHand.dataDir), plan.byHand.contentDir);
const connection = new Redis(plan.redisUrl, { maxRetriesPerRequest: null });
const workers = plan.queues.map(
  (queue) => new Worker(queue, (job: Job<JobPayload>) => work(job.data), { connection, prefix: plan.prefix, concurrency }),
);

let done = 0;
workers.at(-1)?.on('completed', () => (done += 1));
for (const worker of workers) {
  worker.on('failed', (_job, error) => {
    console.error(error);
    process.exit(1);
  });
}
let told = 0;
setInterval(() => {
  if (done !== told) process.send?.({ type: 'done', done });
  told = done;
}, 2);

process.on('disconnect', () => process.exit(0));
await Promise.all(workers.map((worker) => worker.waitUntilReady()));
process.send?.({ type: 'ready' });
