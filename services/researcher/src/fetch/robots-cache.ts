import type { RobotsRules } from './match-robots.ts';
import { orAborted } from './watch-progress.ts';

interface Entry {
  readAt: number;
  rules: Promise<RobotsRules>;
  /** The run that reads it. */
  reader: AbortSignal;
}

const MAX_AGE_MS = 60 * 60 * 1000;
const MAX_SITES = 200;

/** The robots.txt of the sites read lately: one request an hour and site, however many runs ask at once. What could not be read is not kept. */
export class RobotsCache {
  readonly #entries = new Map<string, Entry>();

  /** @throws what `read` throws, or the signal's reason. */
  async of(origin: string, signal: AbortSignal, read: () => Promise<RobotsRules>): Promise<RobotsRules> {
    for (;;) {
      signal.throwIfAborted();
      const entry = this.#fresh(origin) ?? this.#start(origin, signal, read);
      try {
        return await orAborted(entry.rules, signal);
      } catch (error) {
        const readerWasStopped = entry.reader !== signal && entry.reader.aborted;
        if (signal.aborted || !readerWasStopped) throw error;
      }
    }
  }

  #fresh(origin: string): Entry | null {
    const entry = this.#entries.get(origin);
    return entry !== undefined && Date.now() - entry.readAt < MAX_AGE_MS ? entry : null;
  }

  #start(origin: string, reader: AbortSignal, read: () => Promise<RobotsRules>): Entry {
    const entry = { readAt: Date.now(), rules: read(), reader };
    this.#entries.delete(origin);
    this.#entries.set(origin, entry);
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > MAX_SITES && !oldest.done) this.#entries.delete(oldest.value);
    entry.rules.catch(() => {
      if (this.#entries.get(origin) === entry) this.#entries.delete(origin);
    });
    return entry;
  }
}
