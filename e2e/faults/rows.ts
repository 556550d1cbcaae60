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

/** The product's database as a reader from outside sees it, whichever it is. */
export interface Rows {
  jobs(changedSince?: string): Promise<JobRow[]>;
  /** By application and version. */
  documents(): Promise<DocumentRow[]>;
  /** Everything that belongs to these applications, the applications themselves included: how many rows of each table. */
  countOwned(applicationIds: readonly string[]): Promise<Record<string, number>>;
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

export function countByTable(rows: readonly { name: string; owner: string }[], applicationIds: readonly string[]): Record<string, number> {
  const wanted = new Set(applicationIds);
  const counts: Record<string, number> = {};
  for (const { name, owner } of rows) if (wanted.has(owner)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
