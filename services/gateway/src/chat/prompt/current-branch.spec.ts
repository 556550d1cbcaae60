import { expect, it } from '@jest/globals';
import type { Message } from '@coverwright/contracts';
import { currentBranch } from './current-branch.ts';

const message = (id: string, changes: Partial<Message> = {}): Message => ({
  id,
  application_id: 'x',
  role: changes.reply_to === undefined ? 'user' : 'assistant',
  content: id,
  status: 'complete',
  job_id: null,
  document_id: null,
  created_at: '2026-01-01T00:00:00.000Z',
  ...changes,
});
const ids = (...messages: Message[]) => currentBranch(messages, 'q3').map(({ id }) => id);

it('holds the newest reply to each message, beside its message, and nothing from the question on', () => {
  expect(
    ids(
      message('q1'),
      message('q1a', { reply_to: 'q1' }),
      message('q2'),
      message('q2a', { reply_to: 'q2' }),
      message('q3'),
      message('q3a', { reply_to: 'q3' }),
      message('q4'),
      message('q5b', { reply_to: 'q1' }),
    ),
  ).toEqual(['q1', 'q5b', 'q2', 'q2a']);
});

it('leaves out replies that say nothing: failed, empty, still being written', () => {
  expect(
    ids(
      message('q1'),
      message('q1a', { reply_to: 'q1' }),
      message('q1b', { reply_to: 'q1', status: 'failed' }),
      message('q1c', { reply_to: 'q1', status: 'streaming' }),
      message('q1d', { reply_to: 'q1', content: ' ', status: 'stopped' }),
    ),
  ).toEqual(['q1', 'q1a']);
});
