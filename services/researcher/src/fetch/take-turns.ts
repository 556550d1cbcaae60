import { setTimeout as sleep } from 'node:timers/promises';
import { FetchFailed } from './fetch-errors.ts';
import { orAborted } from './watch-progress.ts';

export interface Pauses {
  /** Milliseconds between the end of this request and the next. */
  pauseMs: number;
  /** How long a site may ask to be left alone before this request is given up. */
  patienceMs: number;
}

interface Host {
  tail: Promise<void>;
  waiting: number;
  /** When the next request may start, by the monotonic clock. */
  freeAt: number;
}

/** A site that asks for more is asked again after this. */
const MAX_HOLD_OFF_MS = 60 * 60 * 1000;
const MAX_IDLE_HOSTS = 500;

/** One request at a time per host, in the order asked for, with a pause after each, longer when the host asks for it. */
export class HostTurns {
  readonly #hosts = new Map<string, Host>();

  /** @throws FetchFailed when the host asked to be left alone for longer than `patienceMs`, or the signal's reason. */
  async run<T>(name: string, { pauseMs, patienceMs }: Pauses, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const host = this.#host(name);
    const before = host.tail;
    const mine = Promise.withResolvers<void>();
    host.waiting += 1;
    host.tail = before.then(() => mine.promise);
    try {
      await orAborted(before, signal);
      const waitMs = host.freeAt - performance.now();
      if (waitMs > patienceMs) throw tooLong(waitMs);
      // Aborted, the wait ends with an error of its own; the caller's reason is what counts.
      if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted());
      try {
        return await work();
      } finally {
        host.freeAt = Math.max(host.freeAt, performance.now() + pauseMs);
      }
    } finally {
      host.waiting -= 1;
      mine.resolve();
    }
  }

  /** The host asks to be left alone for so long. */
  holdOff(name: string, ms: number): void {
    const host = this.#host(name);
    host.freeAt = Math.max(host.freeAt, performance.now() + Math.min(ms, MAX_HOLD_OFF_MS));
  }

  #host(name: string): Host {
    const known = this.#hosts.get(name);
    if (known !== undefined) return known;
    if (this.#hosts.size >= MAX_IDLE_HOSTS) this.#forgetIdle();
    const host = { tail: Promise.resolve(), waiting: 0, freeAt: 0 };
    this.#hosts.set(name, host);
    return host;
  }

  #forgetIdle(): void {
    const now = performance.now();
    for (const [name, host] of this.#hosts) if (host.waiting === 0 && host.freeAt <= now) this.#hosts.delete(name);
  }
}

function tooLong(ms: number): FetchFailed {
  const asked = ms < 90_000 ? `${Math.ceil(ms / 1000)} seconds` : `${Math.ceil(ms / 60_000)} minutes`;
  return new FetchFailed(`The site asks to be left alone for ${asked}, which is longer than a run waits. Try again after that.`, {
    code: 'WAIT_TOO_LONG',
  });
}
