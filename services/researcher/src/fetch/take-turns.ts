import { orAborted } from './watch-progress.ts';

/** One request at a time per host, in the order asked for, with a pause after each. */
export class HostTurns {
  readonly #tails = new Map<string, Promise<void>>();

  async run<T>(host: string, pauseMs: number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(host) ?? Promise.resolve();
    const mine = Promise.withResolvers<void>();
    this.#tails.set(
      host,
      before.then(() => mine.promise),
    );
    try {
      await orAborted(before, signal);
      return await work();
    } finally {
      if (pauseMs > 0 && !signal.aborted) setTimeout(mine.resolve, pauseMs);
      else mine.resolve();
    }
  }
}
