import { EventEmitter, once } from 'node:events';
import { isTerminal } from '@coverwright/contracts';
import type { WorkerRole } from './faulty-stack.ts';
import type { Disturbance, Recovery } from './recoveries.ts';
import { Rows, type JobRow } from './rows.ts';

const lookEveryMs = 100;
/** How far back a row may say it changed when it is first seen: a process can be frozen between the two for some seconds. */
const lateMs = 60_000;

/** Follows every run from outside and measures how long one whose worker was killed stood still. */
export class RunWatch {
  readonly latest = new Map<string, JobRow>();
  /** The runs whose worker was killed and which another worker then took, or that ended. */
  readonly recoveries: Recovery[] = [];
  readonly disturbances: Disturbance[] = [];
  readonly #held = new Map<string, { row: JobRow; heldSince: number; diedAt: number }>();
  /** When each run was first seen as it is held now. */
  readonly #since = new Map<string, number>();
  readonly #changes = new EventEmitter().setMaxListeners(0);
  readonly #rows: Rows;
  readonly #timer: NodeJS.Timeout;

  constructor(database: string) {
    this.#rows = new Rows(database);
    // A database tells nobody that it changed.
    this.#timer = setInterval(() => this.look(), lookEveryMs);
  }

  look(): void {
    const now = Date.now();
    for (const row of this.#rows.jobs(new Date(now - lateMs).toISOString())) {
      const before = this.latest.get(row.id);
      if (before === undefined || isTakenAnew(before, row)) this.#since.set(row.id, now);
      this.latest.set(row.id, row);
      const held = this.#held.get(row.id);
      if (held === undefined || (!isTakenAnew(held.row, row) && !isTerminal(row.status))) continue;
      // A cancel ends a run whatever its worker does, so it says nothing about recovery.
      const { heldSince, diedAt } = held;
      if (row.status !== 'cancelled') this.recoveries.push({ stage: held.row.stage, heldSince, diedAt, movedAt: now });
      this.#held.delete(row.id);
    }
    this.#changes.emit('look');
  }

  /** Call it when a worker is dead, before the next one can have claimed anything. */
  workerDied(role: WorkerRole, at: number): void {
    const stage = role === 'writer' ? 'writing' : 'researching';
    for (const row of this.latest.values()) {
      if (row.status !== 'running' || row.stage !== stage || (role === 'researcher' && row.researched === 1)) continue;
      if (!this.#held.has(row.id)) this.#held.set(row.id, { row, heldSince: this.#since.get(row.id) ?? at, diedAt: at });
    }
    this.disturbances.push({ kind: 'killed again', stage, from: at, until: at });
  }

  /** Notes that something else is in the way from now on. Call what it returns when that is over. */
  disturb(kind: Disturbance['kind']): () => void {
    const disturbance: Disturbance = { kind, from: Date.now(), until: Infinity };
    this.disturbances.push(disturbance);
    return () => {
      disturbance.until = Date.now();
    };
  }

  open(): JobRow[] {
    return [...this.latest.values()].filter((row) => !isTerminal(row.status));
  }

  /** False when it did not come to that within `withinMs`. */
  async until(jobId: string, fits: (row: JobRow) => boolean, withinMs: number): Promise<boolean> {
    const late = Date.now() + withinMs;
    for (;;) {
      const row = this.latest.get(jobId);
      if (row !== undefined && fits(row)) return true;
      if (Date.now() > late) return false;
      await once(this.#changes, 'look');
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.#rows.close();
  }
}

const isTakenAnew = (before: JobRow, now: JobRow) => now.fence !== before.fence || now.generation !== before.generation;
