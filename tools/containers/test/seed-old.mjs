// Runs inside the image, on a database of the previous schema: what an older version has left. A letter with its file, and a run that waits.
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const Driver = createRequire('/app/package.json')('better-sqlite3');
const database = new Driver(`${process.env.DATA_DIR}/coverwright.sqlite`);
const now = new Date().toISOString();
const insert = (table, row) =>
  database.prepare(`INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map(() => '?')})`).run(...Object.values(row));

const applicationId = randomUUID();
const file_path = `applications/${applicationId}/cover_letters/cover_letter_v1.md`;
const content = 'Dear Fernhill Optics team,\n\nThis letter was written by an older version.\n';
insert('applications', {
  id: applicationId,
  company_name: 'Fernhill Optics',
  job_title: 'Lens designer',
  status: 'saved',
  last_activity_at: now,
  created_at: now,
  updated_at: now,
});
insert('generated_documents', {
  id: randomUUID(),
  application_id: applicationId,
  document_type: 'cover_letter',
  file_path,
  version: 1,
  content,
  provenance: '[]',
  checks: '[]',
  inputs: '{"resume_sha256":null,"note_ids":[],"job_sha256":null,"model":null,"prompt_sha256":null,"options":{}}',
  generator: 'offline',
  created_at: now,
});
insert('background_jobs', {
  id: randomUUID(),
  application_id: applicationId,
  action: 'write_only',
  request: '{"action":"write_only"}',
  origin: 'api',
  status: 'pending',
  stage: 'queued',
  generation: 1,
  fence: 0,
  attempts: 0,
  progress: '{"percent":0,"message":"Waiting to start"}',
  sources: '[]',
  announced: 1,
  created_at: now,
  updated_at: now,
});
database.close();

const contentDir = process.env.CONTENT_DIR;
mkdirSync(`${contentDir}/applications/${applicationId}/cover_letters`, { recursive: true });
writeFileSync(`${contentDir}/${file_path}`, content);
mkdirSync(`${contentDir}/resume`, { recursive: true });
copyFileSync('/app/content/resume/sample_resume.md', `${contentDir}/resume/base_resume.md`);
