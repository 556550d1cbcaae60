import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions, type DatabaseSettings } from './data-source-options.ts';
import { explainUnreachable } from './explain-unreachable.ts';
import { GroupCommit } from './group-commit.ts';

/**
 * Two ways in: `read` for queries, `transaction` for every change.
 *
 * SQLite: a driver connection is shared by all callers of a process, so a change that another caller's transaction rolls back would be
 * lost with it. Writers therefore have a connection of their own and share its transactions in an orderly way: `GroupCommit`.
 * PostgreSQL: an ordinary transaction; rows to be changed are locked with `lockRow`.
 */
export class Database {
  private constructor(
    private readonly reader: DataSource,
    /** Null on PostgreSQL, where each transaction has a connection of the pool. */
    private readonly writer: { source: DataSource; changes: GroupCommit } | null,
  ) {}

  /** @throws DatabaseUnusable when a PostgreSQL does not let us in */
  static async open(settings: DatabaseSettings): Promise<Database> {
    const { url } = settings;
    if (url !== null) {
      const pool = new DataSource(dataSourceOptions(settings));
      return new Database(await pool.initialize().catch((error: unknown) => Promise.reject(explainUnreachable(url, error))), null);
    }
    const reader = await new DataSource(dataSourceOptions(settings)).initialize();
    const source = await new DataSource(dataSourceOptions(settings)).initialize();
    await source.query('PRAGMA busy_timeout = 0');
    return new Database(reader, { source, changes: new GroupCommit(source) });
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
    return this.writer === null ? this.reader.transaction(work) : this.writer.changes.run(work);
  }

  /**
   * Empties the log of SQLite, where what was deleted still stands until others have been written over it (in the file itself it is
   * overwritten with zeros at once). False when somebody is reading just now. PostgreSQL tidies by itself (VACUUM).
   */
  async forgetDeleted(): Promise<boolean> {
    if (this.writer === null) return true;
    const [row] = await this.writer.changes.runBetween((source) => source.query<{ busy: number }[]>('PRAGMA wal_checkpoint(TRUNCATE)'));
    return row?.busy === 0;
  }

  /** Fails when the database cannot answer. */
  async ping(): Promise<void> {
    await this.reader.query('SELECT 1');
  }

  async close(): Promise<void> {
    await this.writer?.changes.idle();
    await this.writer?.source.destroy();
    await this.reader.destroy();
  }
}
