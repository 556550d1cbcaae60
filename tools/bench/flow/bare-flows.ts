import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { FlowProducer, type FlowJobNode, type FlowRootParentJob } from 'bullmq';
import { Redis } from 'ioredis';
import { jobCatalog, queueJobId, type JobPayload } from '@coverwright/contracts';
import { signalGroup, type Guardian } from '../../process/guardian.ts';
import { root } from '../../root.ts';
import { concurrency, type BareWorkerPlan } from './plan.ts';
import { runAtOnce } from './run-at-once.ts';

export interface BareFlows {
  /** Adds a flow for each application and resolves with flows a second when the worker has done them all. */
  measure: (applicationIds: string[]) => Promise<number>;
  close: () => Promise<void>;
}

const day = 24 * 60 * 60;

/** Flows through BullMQ alone, from this process to a worker process. `accept` is what is done before each is added. */
export const startBareFlows = async (
  guardian: Guardian,
  plan: BareWorkerPlan,
  accept: (job: JobPayload) => void = () => undefined,
): Promise<BareFlows> => {
  const entry = join(root, 'tools/bench/flow/bare-worker.ts');
  const worker = guardian.spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', BENCH_BARE_WORKER: JSON.stringify(plan) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<never>((_, reject) => worker.once('exit', () => reject(new Error('The bare worker ended too early.'))));
  ended.catch(() => undefined);
  let done = 0;
  const reached = (wanted: number): Promise<unknown> =>
    Promise.race([
      ended,
      new Promise<void>((resolve) => {
        const look = (message: { done?: number }) => {
          done = message.done ?? done;
          if (done < wanted) return;
          worker.off('message', look);
          resolve();
        };
        worker.on('message', look);
      }),
    ]);
  await reached(0);
  const redis = new Redis(plan.redisUrl);
  const producer = new FlowProducer({ connection: redis, prefix: plan.prefix });
  return {
    measure: async (applicationIds) => {
      const jobs = applicationIds.map(newPayload);
      const allDone = reached(done + jobs.length);
      const began = performance.now();
      await runAtOnce(jobs, concurrency, async (job) => {
        accept(job);
        await producer.add(toFlow(plan, job));
      });
      await allDone;
      return (jobs.length / (performance.now() - began)) * 1000;
    },
    close: async () => {
      await producer.close();
      redis.disconnect();
      if (worker.pid !== undefined) signalGroup(worker.pid, 'SIGTERM');
    },
  };
};

const newPayload = (applicationId: string): JobPayload => ({
  job_id: randomUUID(),
  application_id: applicationId,
  generation: 1,
  request: { action: 'write_only' },
});

/** A node in each queue, the first the child of the second, with the options the product gives its nodes. */
const toFlow = ({ queues, prefix }: BareWorkerPlan, job: JobPayload): FlowRootParentJob => {
  const { attempts, backoff } = jobCatalog.write;
  const nodes = queues.map((queueName, index): FlowJobNode => {
    const jobId = queueJobId(job.job_id, job.generation, index === queues.length - 1 ? 'write' : 'research');
    const opts = { jobId, attempts, backoff, removeOnComplete: { age: day }, removeOnFail: { age: 7 * day } };
    return { name: 'write', queueName, prefix, data: job, opts };
  });
  return nodes.reduce((child, parent) => ({
    ...parent,
    children: [{ ...child, opts: { ...child.opts, failParentOnFailure: true } }],
  })) as FlowRootParentJob;
};
