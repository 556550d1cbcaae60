import type { CreateApplication } from '@coverwright/contracts';
import type { NewNote, NewVersion } from '@coverwright/server';

export const newApplication = (fields: Partial<CreateApplication> = {}): CreateApplication => ({
  company_name: 'Fernhill Optics',
  job_title: 'Process Engineer',
  ...fields,
});

export const newNote = (fields: Partial<NewNote> = {}): NewNote => ({
  source_url: 'https://fernhill.example/about',
  title: 'About Fernhill Optics',
  kind: 'company',
  content: 'Fernhill Optics grinds lenses for microscopes in Jena.',
  facts: [],
  content_sha256: 'a'.repeat(64),
  etag: null,
  last_modified: null,
  leads: null,
  facts_by: null,
  fetched_at: '2026-01-02T03:04:05.678Z',
  ...fields,
});

export const newVersion = (applicationId: string, fields: Partial<NewVersion> = {}): NewVersion => ({
  application_id: applicationId,
  document_type: 'cover_letter',
  content: 'Dear Fernhill Optics team,\n\nHello.\n',
  provenance: [],
  checks: [],
  inputs: { resume_sha256: null, note_ids: [], job_sha256: null, model: null, prompt_sha256: null, options: {} },
  generator: 'offline',
  parent_version: null,
  feedback: null,
  job_id: null,
  ...fields,
});
