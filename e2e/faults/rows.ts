import { DatabaseSync } from 'node:sqlite';
import type { Action, JobStage, JobStatus } from '@coverwright/contracts';

export interface JobRow {
  id: string;
  application_id: string;
  action: Action;
  status: JobStatus;
  stage: JobStage;
  generation: number;
  fence: number;
  attempts: number;
  /** 1 when its research is stored. */
  researched: number;
  result: string | null;
  error: string | null;
  updated_at: string;
}

export interface DocumentRow {
  id: string;
  application_id: string;
  version: number;
  file_path: string;
  content: string;
  job_id: string | null;
}

/** The product's database as a reader from outside sees it. */
export class Rows {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { readOnly: true });
    this.#database.exec('PRAGMA busy_timeout = 2000');
  }

  jobs(changedSince = ''): JobRow[] {
    const columns = 'id, application_id, action, status, stage, generation, fence, attempts, research IS NOT NULL AS researched';
    const select = this.#database.prepare(`SELECT ${columns}, result, error, updated_at FROM background_jobs WHERE updated_at >= ?`);
    return select.all(changedSince) as unknown as JobRow[];
  }

  documents(): DocumentRow[] {
    const select =
      'SELECT id, application_id, version, file_path, content, job_id FROM generated_documents ORDER BY application_id, version';
    return this.#database.prepare(select).all() as unknown as DocumentRow[];
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}
