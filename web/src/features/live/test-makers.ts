import type { ApplicationSnapshot, Message, Orchestration, ResearchNote, Document } from '@coverwright/contracts';
import type { LiveApplication } from './live-application.ts';

const applicationId = '00000000-0000-4000-8000-000000000001';
const time = '2026-11-20T12:00:00.000Z';

export const newRun = (changes: Partial<Orchestration> = {}): Orchestration => ({
  job_id: '00000000-0000-4000-8000-0000000000a1',
  application_id: applicationId,
  action: 'research_then_write',
  status: 'running',
  stage: 'writing',
  progress: { percent: 60, message: 'Drafting' },
  result: null,
  error: null,
  sources: [],
  attempts: 1,
  created_at: time,
  started_at: time,
  finished_at: null,
  ...changes,
});

export const newMessage = (changes: Partial<Message> = {}): Message => ({
  id: '00000000-0000-4000-8000-0000000000b1',
  application_id: applicationId,
  role: 'assistant',
  content: '',
  status: 'streaming',
  job_id: null,
  document_id: null,
  created_at: time,
  ...changes,
});

export const newNote = (changes: Partial<ResearchNote> = {}): ResearchNote => ({
  id: '00000000-0000-4000-8000-0000000000c1',
  application_id: applicationId,
  source_url: 'https://example.com/about',
  title: 'About',
  kind: 'company',
  content: 'Text',
  facts: [],
  content_sha256: 'x',
  pinned: false,
  excluded: false,
  fetched_at: time,
  edited_at: null,
  created_at: time,
  ...changes,
});

export const newDocument = (changes: Partial<Document> = {}): Document => ({
  id: '00000000-0000-4000-8000-0000000000d1',
  application_id: applicationId,
  document_type: 'cover_letter',
  version: 1,
  file_path: 'applications/x/cover_letters/cover_letter_v1.md',
  generator: 'offline',
  parent_version: null,
  feedback: null,
  sent_at: null,
  job_id: null,
  created_at: time,
  ...changes,
});

export const newSnapshot = (changes: Partial<ApplicationSnapshot> = {}): ApplicationSnapshot => ({
  application: {
    id: applicationId,
    company_name: 'Acme',
    job_title: 'Engineer',
    company_url: null,
    job_url: null,
    job_description: null,
    location: null,
    remote: null,
    employment_type: null,
    salary: null,
    status: 'saved',
    notes: null,
    last_activity_at: time,
    created_at: time,
    updated_at: time,
  },
  orchestrations: [],
  notes: [],
  documents: [],
  messages: [],
  ...changes,
});

export const newLive = (changes: Partial<LiveApplication> = {}): LiveApplication => ({ ...newSnapshot(), drafts: {}, ...changes });
