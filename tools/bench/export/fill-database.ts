import { randomBytes, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

const at = '2026-01-02T03:04:05.678Z';
const notesEach = 3;

/** Applications, each with notes of a page's length and one letter, put into a database that is in use. */
export const fillDatabase = (path: string, applications: number): void => {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE');
  const insert = (table: string, row: Record<string, string | number | null>) =>
    db
      .prepare(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).fill('?').join(', ')})`)
      .run(...Object.values(row));
  for (let number = 0; number < applications; number += 1) {
    const id = randomUUID();
    const times = { last_activity_at: at, created_at: at, updated_at: at };
    insert('applications', {
      id,
      company_name: `Company ${number}`,
      job_title: 'Engineer',
      status: 'saved',
      job_description: words(2000),
      ...times,
    });
    for (let note = 0; note < notesEach; note += 1) {
      const page = { source_url: `https://site.example/${note}`, title: 'A page', kind: 'company', content: words(4000), facts: '[]' };
      const rest = { content_sha256: randomUUID(), pinned: 0, excluded: 0, fetched_at: at, created_at: at };
      insert('research_notes', { id: randomUUID(), application_id: id, ...page, ...rest });
    }
    const file_path = `applications/${id}/cover_letters/cover_letter_v1.md`;
    const inputs = '{"resume_sha256":null,"note_ids":[],"job_sha256":null,"model":null,"prompt_sha256":null,"options":{}}';
    const letter = {
      document_type: 'cover_letter',
      version: 1,
      content: words(2000),
      provenance: '[]',
      checks: '[]',
      inputs,
      generator: 'offline',
    };
    insert('generated_documents', { id: randomUUID(), application_id: id, file_path, ...letter, created_at: at });
  }
  db.exec('COMMIT');
  db.close();
};

/** Text that packs about as well as prose does. */
const words = (length: number): string => {
  const bytes = randomBytes(Math.ceil(length / 6));
  return [...bytes]
    .map((byte) => `w${(byte * 7919).toString(36)}`.padEnd(5, 'e'))
    .join(' ')
    .slice(0, length);
};
