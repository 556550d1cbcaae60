-- What a person can say next with one tap. JSON list of texts; null for none.
ALTER TABLE messages ADD COLUMN suggestions TEXT;
-- Moves on while a gateway writes the reply: one that stands still has lost its writer.
ALTER TABLE messages ADD COLUMN beat INTEGER NOT NULL DEFAULT 0;

CREATE INDEX messages_by_question ON messages (reply_to);
