import type { ExtractedPage } from '../extract/extract-page.ts';
import { ExtractFailed } from '../extract/load-html.ts';
import type { FetchedPage } from '../fetch/page-fetcher.ts';
import type { parseTasks } from './parse-tasks.ts';
import { TaskPool, type PoolLimits } from './task-pool.ts';

type ParseTasks = typeof parseTasks;

const LIMITS: PoolLimits = { helpers: 2, memoryMb: 256, taskMs: 5_000, idleMs: 60_000 };
/** Beside this file, in the sources as in what is built of them. */
const SCRIPT = new URL(import.meta.url.endsWith('.ts') ? './parse-worker.ts' : './parse-worker.js', import.meta.url);

/**
 * Reads the text of pages away from everything else: a few kilobytes of markup can cost a parser gigabytes or minutes, and no check
 * beforehand catches all of them. What goes wrong there is the page's loss alone.
 */
export class PageParser {
  readonly #pool: TaskPool<ParseTasks>;
  readonly #onFault: (error: unknown) => void;

  /** @param onFault hears of errors that a page brought to light in our own code; for the log. */
  constructor(onFault: (error: unknown) => void = () => undefined, limits: Partial<PoolLimits> = {}) {
    this.#pool = new TaskPool(SCRIPT, { ...LIMITS, ...limits });
    this.#onFault = onFault;
  }

  /** @throws ExtractFailed with the reason for the person, or the signal's reason. */
  extract(page: Pick<FetchedPage, 'format' | 'text' | 'url'>, signal: AbortSignal): Promise<ExtractedPage> {
    return this.run(page.format === 'text' ? 'text' : 'page', [page.text, page.url], signal);
  }

  /** Any of the tasks in parse-tasks.ts; throws as `extract` does. */
  async run<Name extends keyof ParseTasks>(
    task: Name,
    args: Parameters<ParseTasks[Name]>,
    signal: AbortSignal,
  ): Promise<ReturnType<ParseTasks[Name]>> {
    try {
      return await this.#pool.run(task, args, signal);
    } catch (error) {
      if (error instanceof ExtractFailed && error.cause !== undefined) this.#onFault(error.cause);
      throw error;
    }
  }

  /** A page is on its way: what reads it is started meanwhile. */
  warm(): void {
    this.#pool.warm();
  }

  close(): void {
    this.#pool.close();
  }
}
