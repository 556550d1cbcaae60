import { randomUUID } from 'node:crypto';
import { letter } from '../flow/plan.ts';
import { openSqlite } from '../flow/sqlite.ts';

const begin = Date.UTC(2026, 5, 1);
const question = 'What does the company say about its workshops, and which of it fits what I have done so far?';
const reply = `They write that **each workshop** has its own team, and that new people change the workshop twice in their first year.

- Your resume says that you led a team of five.
- It also says that you brought the time of an import down, which their posting asks for.

The quote is from [their page](https://fernhill.example/about), read yesterday; there is nothing about pay or hours on it.`;

/** Gives an application a conversation of so many turns and so many versions of its letter, as if they had come one by one. */
export const fillLong = (dataDir: string, applicationId: string, turns: number, versions: number): void => {
  const database = openSqlite(dataDir);
  const message = database.prepare(
    'INSERT INTO messages (id, application_id, role, content, status, reply_to, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const version = database.prepare(
    `INSERT INTO generated_documents (id, application_id, document_type, file_path, version, content, provenance, checks, inputs, generator, created_at)
     VALUES (?, ?, 'cover_letter', ?, ?, ?, ?, '[]', ?, 'offline', ?)`,
  );
  const at = (minute: number) => new Date(begin + minute * 60_000).toISOString();
  const inputs = '{"resume_sha256":null,"note_ids":[],"job_sha256":null,"model":null,"prompt_sha256":null,"options":{}}';
  database
    .transaction(() => {
      for (let turn = 0; turn < turns; turn += 1) {
        const asked = randomUUID();
        message.run(asked, applicationId, 'user', `${turn + 1}. ${question}`, 'complete', null, at(turn * 2));
        message.run(randomUUID(), applicationId, 'assistant', reply, 'complete', asked, at(turn * 2 + 1));
      }
      for (let number = 1; number <= versions; number += 1) {
        const file = `applications/${applicationId}/cover_letters/cover_letter_v${number}.md`;
        version.run(randomUUID(), applicationId, file, number, letter, '[]', inputs, at(number));
      }
    })
    .immediate();
  database.close();
};
