import { HelperProcess } from './helper-process.ts';
import type { ThreadLimits } from './parse-messages.ts';
import type { Tasks } from './serve-tasks.ts';

export interface PoolLimits extends ThreadLimits {
  helpers: number;
  /** Milliseconds after which a helper without work is ended, for its memory. */
  idleMs: number;
}

interface Seat {
  helper: HelperProcess | null;
  idle: NodeJS.Timeout | null;
}

/** A few helpers, started when they are needed, used task after task, replaced when one ended. Tasks wait in the order asked for. */
export class TaskPool<T extends Tasks> {
  readonly #script: URL;
  readonly #limits: PoolLimits;
  readonly #seats: Seat[];
  readonly #free: Seat[];
  readonly #waiting: ((seat: Seat) => void)[] = [];
  readonly #closed = new AbortController();

  constructor(script: URL, limits: PoolLimits) {
    this.#script = script;
    this.#limits = limits;
    this.#seats = Array.from({ length: limits.helpers }, () => ({ helper: null, idle: null }));
    this.#free = [...this.#seats];
  }

  /** @throws as HelperProcess does. */
  async run<Name extends string & keyof T>(task: Name, args: Parameters<T[Name]>, signal: AbortSignal): Promise<ReturnType<T[Name]>> {
    const either = AbortSignal.any([signal, this.#closed.signal]);
    const seat = await this.#takeSeat(either);
    try {
      return (await this.#helperOf(seat).run({ task, args }, either)) as ReturnType<T[Name]>;
    } finally {
      this.#leave(seat);
    }
  }

  /** Starts a helper ahead of a task that will come, so that it does not wait for that. */
  warm(): void {
    const seat = this.#closed.signal.aborted ? undefined : this.#free.pop();
    if (seat === undefined) return;
    this.#helperOf(seat);
    this.#leave(seat);
  }

  /** Ends every helper, whatever it is doing, and takes no task any more. */
  close(): void {
    this.#closed.abort(new Error('The service is stopping.'));
    for (const seat of this.#seats) seat.helper?.close();
  }

  async #takeSeat(signal: AbortSignal): Promise<Seat> {
    signal.throwIfAborted();
    const seat = this.#free.pop();
    if (seat !== undefined) return seat;
    return await new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(signal.reason as Error);
      };
      const take = (free: Seat) => {
        signal.removeEventListener('abort', onAbort);
        resolve(free);
      };
      this.#waiting.push(take);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  #helperOf(seat: Seat): HelperProcess {
    if (seat.idle !== null) clearTimeout(seat.idle);
    if (!seat.helper?.isUsable) seat.helper = new HelperProcess(this.#script, this.#limits);
    return seat.helper;
  }

  #leave(seat: Seat): void {
    const next = this.#waiting.shift();
    if (next !== undefined) return next(seat);
    seat.idle = setTimeout(() => seat.helper?.close(), this.#limits.idleMs).unref();
    this.#free.push(seat);
  }
}
