import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { letter } from '../flow/plan.ts';

export type Row = Record<string, string | number | null>;

/** What one application owns after a first run: everything a real one has, of about the usual length. */
export interface ApplicationRows {
  applications: Row;
  background_jobs: Row;
  research_notes: Row;
  generated_documents: Row;
}

const startedAt = Date.now();
const companies = ['Fernhill Optics', 'Harrow & Finch', 'Wendlemark Cartography', 'Acme Pumps', 'Lindqvist Boats', 'Tallow Street Bakery'];
const statuses = ['saved', 'applied', 'interviewing', 'offer', 'rejected', 'ghosted'];
const description = 'You design, build and look after the services that our customers use every day, together with five others. '.repeat(8);
const page = 'We grind lenses for microscopes and telescopes in a workshop of our own, and we have done so for forty years. '.repeat(12);
const provenance = JSON.stringify(
  Array.from({ length: 12 }, (_, sentence) => ({
    paragraph: Math.floor(sentence / 4),
    sentence: sentence % 4,
    text: 'I designed lenses for ten years and would like to go on doing so with you.',
    status: 'grounded',
    sources: [{ kind: 'resume', id: 'resume', quote: 'Designed lenses for ten years' }],
  })),
);

/** The `index`-th application of `count`; each is a minute younger than the one before it, and the last one is of now. */
export const makeRows = (index: number, count: number): ApplicationRows => {
  const id = randomUUID();
  const jobId = randomUUID();
  const at = new Date(startedAt - (count - index) * 60_000).toISOString();
  const file_path = join('applications', id, 'cover_letters', 'cover_letter_v1.md');
  return {
    applications: {
      id,
      company_name: `${companies[index % companies.length]} ${index}`,
      job_title: 'Process Engineer',
      company_url: 'https://fernhill.example/',
      job_description: description,
      location: 'Jena',
      status: statuses[index % statuses.length] ?? 'saved',
      last_activity_at: at,
      created_at: at,
      updated_at: at,
    },
    background_jobs: {
      id: jobId,
      application_id: id,
      action: 'research_then_write',
      request: '{"action":"research_then_write"}',
      origin: 'api',
      status: 'success',
      stage: 'done',
      generation: 1,
      fence: 2,
      attempts: 1,
      progress: '{"percent":100,"message":"Version 1 of the letter is saved"}',
      sources: '[]',
      research: '{"notes_added":1,"notes_total":1}',
      result: null,
      announced: 1,
      created_at: at,
      started_at: at,
      finished_at: at,
      updated_at: at,
    },
    research_notes: {
      id: randomUUID(),
      application_id: id,
      job_id: jobId,
      source_url: `https://fernhill.example/${index}`,
      title: 'About us',
      kind: 'company',
      content: page,
      facts: '[]',
      content_sha256: randomUUID(),
      pinned: 0,
      excluded: 0,
      fetched_at: at,
      created_at: at,
    },
    generated_documents: {
      id: randomUUID(),
      application_id: id,
      document_type: 'cover_letter',
      file_path,
      version: 1,
      content: letter,
      provenance,
      checks: '[]',
      inputs: '{"resume_sha256":null,"note_ids":[],"job_sha256":null,"model":null,"prompt_sha256":null,"options":{}}',
      generator: 'offline',
      job_id: jobId,
      created_at: at,
    },
  };
};
