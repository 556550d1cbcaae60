import { stepKinds, type StepKind } from '@coverwright/contracts';
import { JobWorker, type JobHandler, type JobWorkerOptions } from '@coverwright/server';

export type LineParts = Omit<JobWorkerOptions, 'concurrency'>;

/** Real workers of every step in this process. */
export interface Line {
  close(): Promise<void>;
}

export async function startLine(parts: LineParts, handlers: Record<StepKind, JobHandler>): Promise<Line> {
  const workers = stepKinds.map((kind) => new JobWorker(kind, handlers[kind], { ...parts, concurrency: 4 }));
  await Promise.all(workers.map((worker) => worker.ready()));
  return { close: async () => void (await Promise.all(workers.map((worker) => worker.drain()))) };
}
