import { Worker } from 'node:worker_threads';
import { WorkEnded, type EndReason, type WorkAnswer, type WorkLimits } from './work.ts';

const watchEveryMs = 20;
const heapMb = 256;

/**
 * Runs `script` in a thread with `input` as its `workerData`, and ends it when it goes over a limit. The script posts one answer. Fails with
 * `WorkEnded`. A thread that fills its heap may take its process along; that is why this runs in one that can be spared.
 */
export async function runInThread(script: URL, input: unknown, limits: WorkLimits): Promise<WorkAnswer<unknown>> {
  const startedWith = process.memoryUsage.rss();
  const worker = new Worker(script, {
    workerData: input,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  let watch: NodeJS.Timeout | undefined;
  let deadline: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const end = (reason: EndReason, cause?: string) => reject(new WorkEnded(reason, cause));
      worker.once('message', resolve);
      worker.once('error', ({ code, name }: NodeJS.ErrnoException) =>
        end(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', code ?? name),
      );
      worker.once('exit', () => end('crash'));
      deadline = setTimeout(() => end('time'), limits.deadlineMs);
      watch = setInterval(() => {
        if (process.memoryUsage.rss() - startedWith > limits.growthMb * 1024 * 1024) end('memory');
      }, watchEveryMs);
    });
  } finally {
    clearTimeout(deadline);
    clearInterval(watch);
    await worker.terminate();
  }
}
