import { Worker } from 'node:worker_threads';
import { countDown } from './count-down.ts';
import { OUT_OF_MEMORY, traceOf, type Answer, type Asked, type ThreadLimits } from './parse-messages.ts';

/** Until a thread has loaded its code; on a busy machine that takes a while. */
const START_MS = 20_000;
const YOUNG_MB = 32;

/** A thread that works on one task at a time. One that ran out of time or memory is ended and of no use any more. */
export class TaskThread {
  readonly #worker: Worker;
  readonly #limits: ThreadLimits;
  readonly #started: Promise<unknown>;
  #isUsable = true;

  constructor(script: URL, limits: ThreadLimits) {
    this.#limits = limits;
    this.#worker = new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb - YOUNG_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    // An error that nobody waits for would end the process; `exit` follows it.
    this.#worker.on('error', () => undefined).on('exit', () => (this.#isUsable = false));
    this.#started = this.#next(START_MS);
    // Whoever asks first hears of it.
    this.#started.catch(() => undefined);
  }

  get isUsable(): boolean {
    return this.#isUsable;
  }

  /** @throws what kept the thread from starting. */
  async run(asked: Asked): Promise<Answer> {
    await this.#started;
    this.#worker.postMessage(asked);
    try {
      return (await this.#next(this.#limits.taskMs)) as Answer;
    } catch (error) {
      if (error instanceof OutOfTime) return { outcome: 'refused', reason: 'The page takes too long to read.' };
      if (isOutOfMemory(error)) return { outcome: 'refused', reason: OUT_OF_MEMORY };
      return { outcome: 'broken', trace: traceOf(error) };
    }
  }

  /** The next thing it says; without that in time, it is ended. */
  async #next(ms: number): Promise<unknown> {
    const worker = this.#worker;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const onExit = (code: number) => reject(new Error(`The thread ended by itself (${code}).`));
    const stopCount = countDown(ms, () => reject(new OutOfTime('The thread did not answer in time.')));
    worker.once('message', resolve).once('messageerror', reject).once('error', reject).once('exit', onExit);
    try {
      return await promise;
    } catch (error) {
      this.#isUsable = false;
      // It may be deep in a loop: nobody waits until it is gone.
      void worker.terminate();
      throw error;
    } finally {
      stopCount();
      worker.off('message', resolve).off('messageerror', reject).off('error', reject).off('exit', onExit);
    }
  }
}

class OutOfTime extends Error {}

function isOutOfMemory(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
