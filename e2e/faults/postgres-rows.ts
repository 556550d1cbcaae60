import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { selectDocuments, selectJobs, selectOwned, type DocumentRow, type JobRow, type OwnedRow, type Rows } from './rows.ts';

const giveUpAfterMs = 60_000;
const againAfterMs = 200;

/** The server is killed at times: this reader asks until it answers. */
export class PostgresRows implements Rows {
  readonly #pool: pg.Pool;

  constructor(url: string) {
    this.#pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5000, query_timeout: 10_000 });
    // A connection that breaks while nothing is asked; the next question opens another.
    this.#pool.on('error', () => undefined);
  }

  jobs(changedSince = ''): Promise<JobRow[]> {
    return this.#ask<JobRow>(selectJobs('$1'), [changedSince]);
  }

  documents(): Promise<DocumentRow[]> {
    return this.#ask<DocumentRow>(selectDocuments);
  }

  owned(): Promise<OwnedRow[]> {
    return this.#ask<OwnedRow>(selectOwned);
  }

  async close(): Promise<void> {
    if (!this.#pool.ended) await this.#pool.end();
  }

  async #ask<R extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<R[]> {
    const until = Date.now() + giveUpAfterMs;
    for (;;) {
      try {
        return (await this.#pool.query<R>(sql, values)).rows;
      } catch (error) {
        if (Date.now() > until || this.#pool.ending) throw error;
        await pause(againAfterMs);
      }
    }
  }
}
