import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { isTerminal } from '@coverwright/contracts';
import type { WorkerRole } from './faulty-stack.ts';
import type { Disturbance, Recovery } from './recoveries.ts';
import type { JobRow, Rows } from './rows.ts';

const lookEveryMs = 100;
/** How far back a row may say it changed when it is first seen: a process can be frozen between the two for some seconds. */
const usuallyLateMs = 60_000;

/** Follows every run from outside and measures how long one whose worker was killed stood still. */
export class RunWatch {
  readonly latest = new Map<string, JobRow>();
  /** The runs whose worker was killed and which another worker then took, or that ended. */
  readonly recoveries: Recovery[] = [];
  readonly disturbances: Disturbance[] = [];
  readonly #held = new Map<string, { row: JobRow; heldSince: number; diedAt: number }>();
  /** When each run was first seen as it is held now. */
  readonly #since = new Map<string, number>();
  readonly #gone = new Set<string>();
  readonly #changes = new EventEmitter().setMaxListeners(0);
  readonly #rows: Rows;
  readonly #lateMs: number;
  readonly #followed: Promise<void>;
  #looked: Promise<void> = Promise.resolve();
  #closed = false;

  /** `lateMs` is Infinity where clocks are wrong on purpose. */
  constructor(rows: Rows, lateMs = usuallyLateMs) {
    this.#rows = rows;
    this.#lateMs = lateMs;
    this.#followed = this.#follow();
  }

  /** One look at a time, each after the one before it: an older one must not be taken for news. */
  look(): Promise<void> {
    this.#looked = this.#looked.then(() => this.#lookOnce());
    return this.#looked;
  }

  async #lookOnce(): Promise<void> {
    if (this.#closed) return;
    const since = Number.isFinite(this.#lateMs) ? new Date(Date.now() - this.#lateMs).toISOString() : '';
    const rows = await this.#rows.jobs(since);
    const now = Date.now();
    for (const row of rows) {
      if (this.#gone.has(row.application_id)) continue;
      const before = this.latest.get(row.id);
      if (before === undefined || isTakenAnew(before, row)) this.#since.set(row.id, now);
      this.latest.set(row.id, row);
      const held = this.#held.get(row.id);
      if (held === undefined || !hasAdvanced(held.row, row)) continue;
      const { heldSince, diedAt } = held;
      // Neither a cancel, which ends a run whatever its worker does, nor what had happened before the kill says anything about recovery.
      if (row.status !== 'cancelled' && Date.parse(row.updated_at) > diedAt)
        this.recoveries.push({ jobId: row.id, stage: held.row.stage, heldSince, diedAt, movedAt: now });
      this.#held.delete(row.id);
    }
    this.#changes.emit('look');
  }

  /** Call it when a worker is dead, before the next one can have claimed anything. */
  workerDied(role: WorkerRole, at: number): void {
    for (const row of this.heldBy(role)) {
      if (!this.#held.has(row.id)) this.#held.set(row.id, { row, heldSince: this.#since.get(row.id) ?? at, diedAt: at });
    }
    this.disturbances.push({ kind: 'killed again', stage: stageOf[role], from: at, until: at });
  }

  /** The runs that workers of this kind have in hand. */
  heldBy(role: WorkerRole): JobRow[] {
    const isHeld = ({ status, stage, researched }: JobRow) =>
      status === 'running' && stage === stageOf[role] && (role === 'writer' || researched === 0);
    return [...this.latest.values()].filter(isHeld);
  }

  /** Whether the worker that held it has nothing to do with it any more. */
  hasMoved(seen: JobRow): boolean {
    const now = this.latest.get(seen.id);
    return now === undefined || hasAdvanced(seen, now);
  }

  /** Notes that something else is in the way from now on. Call what it returns when that is over. */
  disturb(kind: Disturbance['kind']): () => void {
    const disturbance: Disturbance = { kind, from: Date.now(), until: Infinity };
    this.disturbances.push(disturbance);
    return () => {
      disturbance.until = Date.now();
    };
  }

  /** Call it when the application is deleted: its runs say nothing any more. */
  forget(applicationId: string): void {
    this.#gone.add(applicationId);
    for (const row of this.latest.values()) {
      if (row.application_id !== applicationId) continue;
      this.latest.delete(row.id);
      this.#held.delete(row.id);
    }
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

  async close(): Promise<void> {
    this.#closed = true;
    await this.#followed;
    await this.#looked;
    await this.#rows.close();
  }

  /** A database tells nobody that it changed. */
  async #follow(): Promise<void> {
    while (!this.#closed) {
      await this.look();
      await pause(lookEveryMs);
    }
  }
}

const stageOf: Record<WorkerRole, JobRow['stage']> = { researcher: 'researching', writer: 'writing' };
const isTakenAnew = (before: JobRow, now: JobRow) => now.fence !== before.fence || now.generation !== before.generation;
const hasAdvanced = (before: JobRow, now: JobRow) =>
  isTakenAnew(before, now) || now.researched !== before.researched || isTerminal(now.status);
