import { Worker } from 'node:worker_threads';

export interface ThreadLimits {
  /** Megabytes of the thread's own heap. */
  heapMb: number;
  /** Megabytes that the whole process may grow by: buffers lie outside every heap, and an unpacked stream is a buffer. */
  growthMb: number;
  deadlineMs: number;
}

/** What a thread answers with: its value, or why the input is at fault. */
export type ThreadAnswer<T> = { value: T } | { fault: ThreadFault };

/** Why an input cannot be worked on, for the person. `code` is one of the table in the contracts; an instance would not survive the border. */
export interface ThreadFault {
  code: string;
  message: string;
  hint: string;
}

/** The work was ended: it took too long or too much memory, or the thread died of it. */
export class ThreadEnded extends Error {
  readonly reason: 'time' | 'memory' | 'crash';

  constructor(reason: 'time' | 'memory' | 'crash', cause?: unknown) {
    super(`The thread was ended: ${reason}.`, { cause });
    this.reason = reason;
  }
}

const watchEveryMs = 25;
const youngMb = 32;

/** The script of a thread beside the file that starts it, in the sources as in what is built of them. */
export const threadScript = (name: string, besides: string): URL => new URL(`./${name}${besides.endsWith('.ts') ? '.ts' : '.js'}`, besides);

/**
 * Runs `script` in a thread of its own with `input` as its `workerData`, and ends it when it goes over a limit. The script posts one
 * `ThreadAnswer`. Nothing of this process but its input reaches it: no settings, no output.
 */
export async function runInThread<T>(script: URL, input: unknown, limits: ThreadLimits): Promise<ThreadAnswer<T>> {
  const startedWith = process.memoryUsage.rss();
  const worker = new Worker(script, {
    workerData: input,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb - youngMb, maxYoungGenerationSizeMb: youngMb },
  });
  let watch: NodeJS.Timeout | undefined;
  let deadline: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ThreadAnswer<T>>((resolve, reject) => {
      const end = (reason: ThreadEnded['reason'], cause?: unknown) => reject(new ThreadEnded(reason, cause));
      worker.once('message', resolve);
      worker.once('error', (error: Error) =>
        end((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', error),
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
