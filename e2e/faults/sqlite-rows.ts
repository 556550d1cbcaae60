import { DatabaseSync } from 'node:sqlite';
import { selectDocuments, selectJobs, selectOwned, type DocumentRow, type JobRow, type OwnedRow, type Rows } from './rows.ts';

export class SqliteRows implements Rows {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { readOnly: true });
    this.#database.exec('PRAGMA busy_timeout = 2000');
  }

  async jobs(changedSince = ''): Promise<JobRow[]> {
    return this.#database.prepare(selectJobs('?')).all(changedSince) as unknown as JobRow[];
  }

  async documents(): Promise<DocumentRow[]> {
    return this.#database.prepare(selectDocuments).all() as unknown as DocumentRow[];
  }

  async owned(): Promise<OwnedRow[]> {
    return this.#database.prepare(selectOwned).all() as unknown as OwnedRow[];
  }

  async close(): Promise<void> {
    if (this.#database.isOpen) this.#database.close();
  }
}
