import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.ts';
import { redactMessage, redactText } from './redact-text.ts';

describe('the text of a log line', () => {
  it.each([
    ['fetching https://jobs.example/apply?token=abc#me', 'fetching https://jobs.example/…'],
    ['redis://:hunter2@127.0.0.1:6379 is away', 'redis://127.0.0.1:6379 is away'],
    ['postgres://me:pw@db.example:5432/applications', 'postgres://db.example:5432/…'],
    ['no answer from ada.l+jobs@mail.example, again', 'no answer from [e-mail], again'],
    ['sent Bearer abc.def', 'sent Bearer [secret]'],
    ['password=hunter2 refused', 'password=[secret] refused'],
    ['write started', 'write started'],
    ['https://[::1', 'https://…'],
    ['nothing listens at http://127.0.0.1:11434: start it', 'nothing listens at http://127.0.0.1:11434: start it'],
    ['(see https://jobs.example/apply?token=abc).', '(see https://jobs.example/…).'],
  ])('%s becomes %s', (text, redacted) => expect(redactText(text)).toBe(redacted));

  it.each(['a', 'a.', 'a@', '.', 'http://', 'token '])('is cut before it could take long: a megabyte of %s', (piece) => {
    const text = `see ${piece.repeat(1_000_000 / piece.length)}`;
    expect(redactText(text).length).toBeLessThan(10_000);
    expect(redactMessage(text).length).toBeLessThan(400);
  });

  it('keeps of a message what it quotes to itself, and its end', () => {
    const parsing = redactMessage(`Unexpected token 'D', "Dear Ms Finch"... is not valid JSON`);
    expect(parsing).not.toContain('Finch');
    expect(redactMessage(`it doesn't fit, and can't be made to: 'Dear Ada'`)).toBe(`it doesn't fit, and can't be made to: "…"`);
    expect(redactMessage('“Dear Ada” or `Dear Ada')).toBe('"…" or "…"');
    expect(redactMessage('x'.repeat(5000)).length).toBeLessThan(400);
  });
});

describe('a logger', () => {
  const secret = 'Zephyrine Quill';
  const lines: string[] = [];
  const log = createLogger(
    'test',
    { level: 'trace', format: 'json' },
    new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()) }),
  );

  it('tells of an error its kind, its code and its place, and nothing that it carries', () => {
    const cause = Object.assign(new Error(`near "${secret}"`), { detail: secret });
    const error = Object.assign(new TypeError('it failed', { cause }), { code: 'SQLITE_BUSY', parameters: [secret], query: secret });
    error.stack = `TypeError: ${secret}\n${secret}\n    at work (file.ts:1:2)`;
    log.child({ job_id: 'j1' }).warn({ err: error, reason: error }, 'write failed');
    const line = lines.at(-1) ?? '';
    expect(line).not.toContain(secret);
    expect(JSON.parse(line)).toMatchObject({
      job_id: 'j1',
      msg: 'write failed',
      err: { type: 'TypeError', code: 'SQLITE_BUSY', message: 'it failed', stack: 'TypeError: it failed\n    at work (file.ts:1:2)' },
      reason: { cause: { message: 'near "…"' } },
    });
  });

  it('redacts what it is told as text', () => {
    log.info({ url: `https://a.example/?name=${encodeURIComponent(secret)}` }, 'reading https://a.example/Zephyrine');
    expect(lines.at(-1)).not.toContain('Zephyrine');
  });
});
