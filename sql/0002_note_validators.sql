-- How a page is asked whether it has changed, as the site sent it.
ALTER TABLE research_notes ADD COLUMN etag TEXT;
ALTER TABLE research_notes ADD COLUMN last_modified TEXT;
-- The pages it leads on to, so that a page that is not read again still leads on. JSON.
ALTER TABLE research_notes ADD COLUMN leads TEXT;
-- Who picked the facts out of the text: null for the best sentences, else the model.
ALTER TABLE research_notes ADD COLUMN facts_by TEXT;
-- When a person last changed the text.
ALTER TABLE research_notes ADD COLUMN edited_at TEXT;

CREATE INDEX research_notes_by_url ON research_notes (source_url, fetched_at);
