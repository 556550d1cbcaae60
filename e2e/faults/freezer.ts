import { setTimeout as pause } from 'node:timers/promises';
import type { FaultDatabase } from './fault-database.ts';
import { signal, type FaultyStack, type WorkerRole } from './faulty-stack.ts';
import type { Random } from './random.ts';
import type { RunWatch } from './run-watch.ts';

export interface FreezerParts {
  stack: FaultyStack;
  database: FaultDatabase;
  watch: RunWatch;
  random: Random;
  /** Cancels these runs, if they have not ended. */
  cancel: (jobIds: string[]) => Promise<void>;
}

/** Beyond a worker's lock and the time until another worker takes over. */
const longestMs = 12_500;
/** What other workers have in hand ends by itself within this. */
const othersEndMs = 400;
const standInStaysMs = 2000;

/** Freezes workers beyond their locks. A stand-in takes over meanwhile, as on another machine; then the frozen one goes on where it was. */
export class Freezer {
  freezes = 0;
  readonly #parts: FreezerParts;
  /** By process, until it runs again. */
  readonly #frozen = new Set<number>();
  /** Workers that have, or had a moment ago, a second one of their kind beside them. */
  readonly #doubled: WorkerRole[] = [];
  readonly #all: Promise<void>[] = [];

  constructor(parts: FreezerParts) {
    this.#parts = parts;
  }

  get busy(): boolean {
    return this.#frozen.size > 0;
  }

  isFrozen(pid: number): boolean {
    return this.#frozen.has(pid);
  }

  isDoubled(role: WorkerRole): boolean {
    return this.#doubled.includes(role);
  }

  /**
   * The process stands still already, or is made to. False when it goes on at once: it was within a transaction that keeps everybody from
   * writing, so nobody could take over from it.
   */
  async freeze(pid: number, role: WorkerRole): Promise<boolean> {
    if (!signal(pid, 'SIGSTOP')) return false;
    this.#frozen.add(pid);
    if (!(await this.#parts.database.othersCanWrite())) {
      signal(pid, 'SIGCONT');
      this.#frozen.delete(pid);
      return false;
    }
    this.freezes += 1;
    this.#doubled.push(role);
    this.#all.push(this.#goOn(pid, role));
    return true;
  }

  /** Resolves when every frozen process runs again, its stand-in has gone and every cancel was answered. */
  async end(): Promise<void> {
    let known = 0;
    while (known < this.#all.length) {
      known = this.#all.length;
      await Promise.all(this.#all);
    }
  }

  async #goOn(pid: number, role: WorkerRole): Promise<void> {
    const { stack, watch } = this.#parts;
    const isOver = watch.disturb('frozen');
    const [standIn] = await Promise.all([stack.startExtra(role), this.#untilOvertaken(role)]);
    signal(pid, 'SIGCONT');
    isOver();
    this.#frozen.delete(pid);
    await pause(standInStaysMs);
    await stack.endExtra(standIn);
    this.#doubled.splice(this.#doubled.indexOf(role), 1);
  }

  /** Until the runs it held are somebody else's, or cancelled: what nobody can stop now must not come true when it goes on. */
  async #untilOvertaken(role: WorkerRole): Promise<void> {
    const { watch, random, cancel } = this.#parts;
    const until = Date.now() + longestMs;
    await pause(othersEndMs);
    await watch.look();
    const held = watch.heldBy(role);
    // The first one always, so that even a short run has met it.
    if (role === 'writer' && (this.freezes === 1 || random.chance(0.6))) this.#all.push(cancel(held.map(({ id }) => id)));
    while (Date.now() < until && held.some((row) => !watch.hasMoved(row))) await pause(100);
  }
}
