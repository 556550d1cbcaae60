-- The runs of one application, newest first, and lists of one status, whatever the number of applications: without these PostgreSQL walks
-- through everybody's.
CREATE INDEX background_jobs_history ON background_jobs (application_id, id);
CREATE INDEX applications_by_status ON applications (status, last_activity_at, id);
-- What a writer that died has left is held against the letters by its path.
CREATE INDEX generated_documents_by_file ON generated_documents (file_path);
-- Its place is taken by background_jobs_history.
DROP INDEX background_jobs_by_application;
