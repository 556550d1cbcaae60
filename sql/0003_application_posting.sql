-- What a posting says beside its text, in words; each is null where nobody said it.
ALTER TABLE applications ADD COLUMN remote TEXT;
ALTER TABLE applications ADD COLUMN employment_type TEXT;
ALTER TABLE applications ADD COLUMN salary TEXT;
