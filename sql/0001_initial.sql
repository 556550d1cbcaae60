-- Times are ISO 8601 UTC with milliseconds, so that text order is time order in both databases.
-- JSON is kept as text and flags as 0/1 for the same reason: one file serves SQLite and PostgreSQL.

CREATE TABLE applications (
  id TEXT PRIMARY KEY,
  company_name TEXT NOT NULL,
  job_title TEXT NOT NULL,
  company_url TEXT,
  job_url TEXT,
  job_description TEXT,
  location TEXT,
  status TEXT NOT NULL,
  notes TEXT,
  last_activity_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

CREATE INDEX applications_by_activity ON applications (last_activity_at, id);

CREATE TABLE background_jobs (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  action TEXT NOT NULL,
  request TEXT NOT NULL,
  idempotency_key TEXT,
  origin TEXT NOT NULL,
  status TEXT NOT NULL,
  stage TEXT NOT NULL,
  generation INTEGER NOT NULL,
  fence INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  progress TEXT NOT NULL,
  sources TEXT NOT NULL,
  research TEXT,
  result TEXT,
  error TEXT,
  announced INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  updated_at TEXT NOT NULL
);

-- A double click cannot start two runs: the database itself allows one open run per application.
CREATE UNIQUE INDEX background_jobs_one_open ON background_jobs (application_id) WHERE status IN ('pending', 'running');
CREATE UNIQUE INDEX background_jobs_by_key ON background_jobs (application_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX background_jobs_by_application ON background_jobs (application_id, created_at);
CREATE INDEX background_jobs_open ON background_jobs (status, updated_at);
CREATE INDEX background_jobs_unannounced ON background_jobs (announced, status);

CREATE TABLE research_notes (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  job_id TEXT,
  source_url TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  facts TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  pinned INTEGER NOT NULL,
  excluded INTEGER NOT NULL,
  fetched_at TEXT NOT NULL,
  created_at TEXT NOT NULL
);

-- The same page with the same content is one note, however often it is fetched.
CREATE UNIQUE INDEX research_notes_once ON research_notes (application_id, source_url, content_sha256);
CREATE INDEX research_notes_by_application ON research_notes (application_id, created_at);

CREATE TABLE generated_documents (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  document_type TEXT NOT NULL,
  file_path TEXT NOT NULL,
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  provenance TEXT NOT NULL,
  checks TEXT NOT NULL,
  inputs TEXT NOT NULL,
  generator TEXT NOT NULL,
  parent_version INTEGER,
  feedback TEXT,
  sent_at TEXT,
  job_id TEXT,
  created_at TEXT NOT NULL
);

CREATE UNIQUE INDEX generated_documents_version ON generated_documents (application_id, document_type, version);
CREATE UNIQUE INDEX generated_documents_job ON generated_documents (job_id) WHERE job_id IS NOT NULL;
CREATE INDEX generated_documents_lookup ON generated_documents (application_id, document_type, created_at);

CREATE TABLE messages (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  content TEXT NOT NULL,
  status TEXT NOT NULL,
  reply_to TEXT,
  job_id TEXT,
  document_id TEXT,
  created_at TEXT NOT NULL
);

CREATE INDEX messages_by_application ON messages (application_id, created_at);
CREATE INDEX messages_by_status ON messages (status);
