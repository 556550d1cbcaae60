import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { isTerminal } from '@coverwright/contracts';
import type { Ledger } from './ledger.ts';
import type { DocumentRow, JobRow, OwnedRow } from './rows.ts';

/** Each entry says what is wrong and where; all empty is what the product promises. */
export interface Findings {
  lost: string[];
  doubled: string[];
  badFiles: string[];
  /** What is left of deleted applications, and folders of applications that do not exist. */
  undeleted: string[];
  /** Runs that failed for a reason nobody gave them, and answers nobody should get. */
  unexpected: string[];
}

export interface Stored {
  jobs: JobRow[];
  documents: DocumentRow[];
  owned: OwnedRow[];
  content: string;
}

/** Holds what the clients were told against what is stored. */
export function checkInvariants(ledger: Ledger, { jobs, documents, owned, content }: Stored): Findings {
  const findings: Findings = { lost: [], doubled: [], badFiles: [], undeleted: [], unexpected: [...ledger.surprises] };
  for (const { name, owner } of owned) if (ledger.deleted.has(owner)) findings.undeleted.push(`a row of ${owner} in ${name}`);
  checkRuns(ledger, jobs, findings);
  checkDocuments(jobs, documents, findings);
  checkEdits(ledger, documents, findings);
  for (const { file_path, content: expected } of documents) {
    const file = join(content, file_path);
    if (!existsSync(file)) findings.badFiles.push(`${file_path} is missing`);
    else if (readFileSync(file, 'utf8') !== expected) findings.badFiles.push(`${file_path} differs from its row`);
  }
  return findings;
}

/** Folders whose application does not exist: a deletion that was cut short ends after the next start. */
export function findStrayFolders({ owned, content }: Stored): string[] {
  const known = new Set(owned.filter(({ name }) => name === 'applications').map(({ owner }) => owner));
  const folders = readdirSync(join(content, 'applications'));
  return folders.filter((name) => !known.has(name)).map((name) => `the folder of ${name}`);
}

export interface StrayFiles {
  /** Unfinished files under a temporary name. */
  temporary: string[];
  /** Files among the letters that no row names. */
  orphans: string[];
}

export function findStrayFiles({ documents, content }: Stored): StrayFiles {
  const named = new Set(documents.map(({ file_path }) => file_path));
  const files = readdirSync(join(content, 'applications'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(content, join(entry.parentPath, entry.name)));
  const strays = files.filter((file) => !named.has(file));
  const isTemporary = (file: string) => basename(file).startsWith('.');
  return { temporary: strays.filter(isTemporary), orphans: strays.filter((file) => !isTemporary(file)) };
}

function checkRuns(ledger: Ledger, jobs: JobRow[], { lost, doubled, unexpected }: Findings): void {
  const stored = new Map(jobs.map((job) => [job.id, job]));
  for (const { jobId, applicationId, told, mayFail } of ledger.runs.values()) {
    if (ledger.deleted.has(applicationId)) continue;
    const job = stored.get(jobId);
    if (job === undefined) lost.push(`${jobId} was accepted and is not stored`);
    else if (!isTerminal(job.status)) lost.push(`${jobId} never ended: ${JSON.stringify(job)}`);
    else if (told === 'cancelled' && job.status !== 'cancelled') lost.push(`${jobId} was cancelled and is ${job.status}`);
    else if (job.status === 'failure' && !(mayFail && job.error?.includes('RESEARCH_FAILED') === true)) {
      unexpected.push(`${jobId} (${job.action}) failed: ${job.error}`);
    }
  }
  for (const { id } of jobs) if (!ledger.runs.has(id)) doubled.push(`${id} was stored and nobody was told`);
}

function checkDocuments(jobs: JobRow[], documents: DocumentRow[], { lost, doubled }: Findings): void {
  for (const job of jobs) {
    const expected = job.status === 'success' && job.action !== 'research_only' ? 1 : 0;
    const own = documents.filter(({ job_id }) => job_id === job.id);
    if (own.length > expected) doubled.push(`${job.id} (${job.status}) has ${own.length} documents`);
    if (own.length < expected) lost.push(`${job.id} succeeded without a document`);
    const [document] = own;
    if (expected === 1 && document !== undefined && job.result?.includes(document.id) !== true)
      lost.push(`${job.id} names another document`);
  }
  for (const [applicationId, own] of Map.groupBy(documents, ({ application_id }) => application_id)) {
    const versions = own.map(({ version }) => version);
    if (versions.some((version, index) => version !== index + 1)) doubled.push(`${applicationId} has versions ${versions.join(', ')}`);
  }
}

function checkEdits(ledger: Ledger, documents: DocumentRow[], { lost, doubled }: Findings): void {
  for (const { applicationId, content, confirmed } of ledger.edits.filter((edit) => !ledger.deleted.has(edit.applicationId))) {
    const count = documents.filter((document) => document.application_id === applicationId && document.content === content).length;
    if (count > 1) doubled.push(`an edit of ${applicationId} is stored ${count} times`);
    if (confirmed && count === 0) lost.push(`an edit of ${applicationId} was answered 201 and is not stored`);
  }
}
