import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions, type DatabaseSettings } from './data-source-options.ts';
import { Mutex } from './mutex.ts';

/**
 * Two ways in: `read` for queries, `transaction` for every change.
 *
 * SQLite: a driver connection is shared by all callers of a process, so a change that another caller's transaction rolls back would be
 * lost with it. Writers therefore take turns on a connection of their own, and begin IMMEDIATE: a read that turns into a write later gets
 * SQLITE_BUSY whatever the time-out says. PostgreSQL: an ordinary transaction; rows to be changed are locked with `lockForUpdate`.
 */
export class Database {
  private readonly mutex = new Mutex();

  private constructor(
    private readonly reader: DataSource,
    private readonly writer: DataSource,
  ) {}

  static async open(settings: DatabaseSettings): Promise<Database> {
    const reader = await new DataSource(dataSourceOptions(settings)).initialize();
    if (settings.url !== null) return new Database(reader, reader);
    return new Database(reader, await new DataSource(dataSourceOptions(settings)).initialize());
  }

  get type(): 'sqlite' | 'postgres' {
    return this.reader.options.type === 'postgres' ? 'postgres' : 'sqlite';
  }

  get read(): EntityManager {
    return this.reader.manager;
  }

  /** For raw SQL in both dialects: `parameter(1)` is `?` or `$1`. */
  parameter(position: number): string {
    return this.type === 'postgres' ? `$${position}` : '?';
  }

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.type === 'postgres') return this.writer.transaction(work);
    return this.mutex.run(() => this.immediate(work));
  }

  /** Fails when the database cannot answer. */
  async ping(): Promise<void> {
    await this.reader.query('SELECT 1');
  }

  async close(): Promise<void> {
    await this.mutex.run(async () => undefined);
    if (this.writer !== this.reader) await this.writer.destroy();
    await this.reader.destroy();
  }

  private async immediate<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    await this.writer.query('BEGIN IMMEDIATE');
    try {
      const result = await work(this.writer.manager);
      await this.writer.query('COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some errors (a full disk); the first error is the one to tell.
      await this.writer.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}
