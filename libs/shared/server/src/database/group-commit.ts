import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';

/** One change that waits for its turn, and for the commit that makes it durable. */
interface Change {
  work: (manager: EntityManager) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** A group holds the write lock, so it must stay short. */
const maxGroup = 32;

/**
 * The writers of one process share transactions on a SQLite connection that is theirs alone: changes that are asked for while another is
 * under way join it, each in a savepoint, and one COMMIT (one wait for the disk) makes all of them durable before any is answered. A change
 * that throws undoes itself only. The lock is waited for without blocking the process: SQLite's own busy time-out would put the event
 * loop to sleep.
 */
export class GroupCommit {
  private readonly waiting: Change[] = [];
  private readonly between: (() => Promise<void>)[] = [];
  private working: Promise<void> | null = null;

  /**
   * `source` must have a busy time-out of 0. `busyTimeoutMs`: how long the write lock may be somebody else's before a change fails with
   * SQLITE_BUSY.
   */
  constructor(
    private readonly source: DataSource,
    private readonly busyTimeoutMs = 5000,
  ) {}

  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.working ??= this.workOff();
    });
  }

  /** Runs `work` on the connection while no transaction is open on it. */
  runBetween<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.between.push(() => work(this.source).then(resolve, reject));
      this.working ??= this.workOff();
    });
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await this.working;
  }

  private async workOff(): Promise<void> {
    while (this.waiting.length > 0 || this.between.length > 0) {
      await this.between.shift()?.();
      if (this.waiting.length > 0) await this.commitGroup();
    }
    this.working = null;
  }

  private async commitGroup(): Promise<void> {
    try {
      await this.begin();
    } catch (error) {
      for (const change of this.waiting.splice(0)) change.reject(error);
      return;
    }
    const answers: { change: Change; value: unknown }[] = [];
    const undo = async (error: unknown) => {
      // SQLite has rolled back by itself after some errors (a full disk); the first error is the one to tell.
      await this.source.query('ROLLBACK').catch(() => undefined);
      for (const { change } of answers) change.reject(error);
    };
    for (let size = 0; size < maxGroup; size += 1) {
      const change = this.waiting.shift();
      if (change === undefined) break;
      try {
        answers.push({ change, value: await this.inSavepoint(change.work) });
      } catch (error) {
        change.reject(error);
        // Without its transaction, what others of the group did is gone, and what came next would be committed piece by piece.
        if (!this.inTransaction()) return undo(error);
      }
    }
    try {
      await this.source.query('COMMIT');
    } catch (error) {
      return undo(error);
    }
    for (const { change, value } of answers) change.resolve(value);
  }

  /** IMMEDIATE: a read that turns into a write later gets SQLITE_BUSY whatever the time-out says. */
  private async begin(): Promise<void> {
    const until = performance.now() + this.busyTimeoutMs;
    for (let waitMs = 1; ; waitMs = Math.min(waitMs + 1, 10)) {
      try {
        await this.source.query('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error;
      }
      await pause(waitMs);
    }
  }

  private async inSavepoint(work: Change['work']): Promise<unknown> {
    await this.source.query('SAVEPOINT change');
    try {
      const value = await work(this.source.manager);
      await this.source.query('RELEASE change');
      return value;
    } catch (error) {
      if (this.inTransaction()) {
        await this.source.query('ROLLBACK TO change');
        await this.source.query('RELEASE change');
      }
      throw error;
    }
  }

  private inTransaction(): boolean {
    const { databaseConnection } = this.source.driver as unknown as { databaseConnection: { inTransaction: boolean } };
    return databaseConnection.inTransaction;
  }
}

function isBusy(error: unknown): boolean {
  const code = (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}
