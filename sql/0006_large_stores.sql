-- What fifty thousand applications need so that no list reads all of them. A statement under "-- only: sqlite" or "-- only: postgres" is
-- for that database.

-- Which letter was sent, beside each application of a list, without reading the letters.
CREATE INDEX generated_documents_sent ON generated_documents (application_id, sent_at, version, id) WHERE sent_at IS NOT NULL;

-- Every order that a list can be asked for.
CREATE INDEX applications_by_creation ON applications (created_at, id);
CREATE INDEX applications_by_company ON applications (LOWER(company_name), id);
CREATE INDEX applications_by_title ON applications (LOWER(job_title), id);
CREATE INDEX applications_by_status_name ON applications (LOWER(status), id);

-- Texts of pages that are old enough to be let go.
CREATE INDEX research_notes_by_age ON research_notes (fetched_at, id);

-- What is searched stands in the index, so that a search reads a tenth of the pages.
-- only: sqlite
DROP INDEX applications_by_activity;
-- only: sqlite
CREATE INDEX applications_by_activity ON applications (last_activity_at, id, LOWER(company_name), LOWER(job_title), LOWER(location));

-- Where this server has pg_trgm and lets us use it, a search looks up three letters at a time. Without, it reads every application.
-- only: postgres
DO $$ BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm
  ; CREATE INDEX applications_by_text ON applications
      USING gin (LOWER(company_name) gin_trgm_ops, LOWER(job_title) gin_trgm_ops, LOWER(location) gin_trgm_ops)
      WITH (gin_pending_list_limit = 512)
  ; EXCEPTION WHEN undefined_file OR feature_not_supported OR insufficient_privilege OR undefined_object THEN NULL
  ; END $$;
