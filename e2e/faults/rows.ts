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
  progress: string;
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

/** One row of any table, with the application it belongs to (the application's own row included). */
export interface OwnedRow {
  name: string;
  owner: string;
}

/** The product's database as a reader from outside sees it, whichever it is. */
export interface Rows {
  jobs(changedSince?: string): Promise<JobRow[]>;
  /** By application and version. */
  documents(): Promise<DocumentRow[]>;
  owned(): Promise<OwnedRow[]>;
  close(): Promise<void>;
}

/** `parameter` stands for the time since when, in the database's own way. */
export const selectJobs = (parameter: string): string =>
  `SELECT id, application_id, action, status, stage, generation, fence, attempts, CASE WHEN research IS NULL THEN 0 ELSE 1 END AS researched,
    progress, result, error, updated_at FROM background_jobs WHERE updated_at >= ${parameter}`;

export const selectDocuments =
  'SELECT id, application_id, version, file_path, content, job_id FROM generated_documents ORDER BY application_id, version';

const owners: Record<string, string> = {
  applications: 'id',
  background_jobs: 'application_id',
  research_notes: 'application_id',
  generated_documents: 'application_id',
  messages: 'application_id',
};

export const selectOwned = Object.entries(owners)
  .map(([table, column]) => `SELECT '${table}' AS name, ${column} AS owner FROM ${table}`)
  .join(' UNION ALL ');
