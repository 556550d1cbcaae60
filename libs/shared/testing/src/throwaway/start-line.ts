import { jobKinds, type JobKind } from '@coverwright/contracts';
import { JobWorker, type JobHandler, type JobWorkerOptions } from '@coverwright/server';

export type LineParts = Omit<JobWorkerOptions, 'concurrency'>;

/** Real workers of every queue in this process. */
export interface Line {
  close(): Promise<void>;
}

export async function startLine(parts: LineParts, handlers: Record<JobKind, JobHandler>): Promise<Line> {
  const workers = jobKinds.map((kind) => new JobWorker(kind, handlers[kind], { ...parts, concurrency: 4 }));
  await Promise.all(workers.map((worker) => worker.ready()));
  return { close: async () => void (await Promise.all(workers.map((worker) => worker.drain()))) };
}
