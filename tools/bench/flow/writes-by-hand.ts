import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JobPayload } from '@coverwright/contracts';
import { letter } from './plan.ts';
import type { Sqlite } from './sqlite.ts';

/** What a run must put on disk on the gateway's side, and nothing else: one transaction. */
export const acceptByHand = (database: Sqlite): ((job: JobPayload) => void) => {
  const insert = database.prepare(
    `INSERT INTO background_jobs (id, application_id, action, request, origin, status, stage, generation, fence, attempts, progress,
       sources, announced, created_at, updated_at)
     VALUES (?, ?, 'write_only', ?, 'api', 'pending', 'queued', 1, 0, 0, '{"percent":0,"message":"Waiting for the writer"}', '[]', 1, ?, ?)`,
  );
  const touch = database.prepare('UPDATE applications SET last_activity_at = ? WHERE id = ?');
  const accept = database.transaction((job: JobPayload) => {
    const now = new Date().toISOString();
    insert.run(job.job_id, job.application_id, JSON.stringify(job.request), now, now);
    touch.run(now, job.application_id);
  });
  return (job) => accept.immediate(job);
};

/** The same on the writer's side: a transaction that claims, a synced file, a transaction that ends the run and names the file. */
export const writeByHand = (database: Sqlite, contentDir: string): ((job: JobPayload) => Promise<void>) => {
  const claim = claimByHand(database);
  const commit = commitByHand(database);
  return async ({ job_id, application_id }) => {
    claim(job_id);
    const path = `applications/${application_id}/cover_letters/${job_id}.md`;
    const temporary = await stage(dirname(join(contentDir, path)));
    commit(job_id, application_id, path, () => publish(temporary, join(contentDir, path)));
    await rm(temporary);
  };
};

const claimByHand = (database: Sqlite): ((id: string) => void) => {
  const update = database.prepare(
    `UPDATE background_jobs SET status = 'running', stage = 'writing', fence = fence + 1, attempts = attempts + 1, started_at = ?,
       progress = '{"percent":5,"message":"Gathering the evidence"}', updated_at = ?
     WHERE id = ? AND generation = 1 AND status IN ('pending', 'running')`,
  );
  const claim = database.transaction((id: string) => {
    const now = new Date().toISOString();
    update.run(now, now, id);
  });
  return (id) => claim.immediate(id);
};

const commitByHand = (database: Sqlite) => {
  const insert = database.prepare(
    `INSERT INTO generated_documents (id, application_id, document_type, file_path, version, content, provenance, checks, inputs, generator,
       job_id, created_at)
     SELECT ?, ?, 'cover_letter', ?, coalesce(max(version), 0) + 1, ?, '[]', '[]', '{}', 'offline', ?, ?
     FROM generated_documents WHERE application_id = ? AND document_type = 'cover_letter'`,
  );
  const touch = database.prepare('UPDATE applications SET last_activity_at = ? WHERE id = ?');
  const end = database.prepare(
    `UPDATE background_jobs SET status = 'success', stage = 'done', progress = '{"percent":100,"message":"The letter is saved"}',
       result = ?, finished_at = ?, updated_at = ? WHERE id = ? AND fence = 1`,
  );
  const commit = database.transaction((jobId: string, applicationId: string, path: string, publishFile: () => void) => {
    const now = new Date().toISOString();
    const id = randomUUID();
    insert.run(id, applicationId, path, letter, jobId, now, applicationId);
    touch.run(now, applicationId);
    end.run(JSON.stringify({ document_id: id, file_path: path }), now, now, jobId);
    publishFile();
  });
  return commit.immediate.bind(commit);
};

const stage = async (folder: string): Promise<string> => {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `.${randomUUID()}.tmp`);
  const file = await open(path, 'wx');
  try {
    await file.writeFile(letter);
    await file.sync();
  } finally {
    await file.close();
  }
  return path;
};

const publish = (temporary: string, path: string): void => {
  linkSync(temporary, path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
};
