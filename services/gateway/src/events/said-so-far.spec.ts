import { expect, it } from '@jest/globals';
import type { StreamedEvent } from '@coverwright/server';
import { saidSoFar } from './said-so-far.ts';

const event = (type: StreamedEvent['type'], data: unknown): StreamedEvent => ({
  id: '1-1',
  application_id: 'a',
  type,
  data: JSON.stringify(data),
});
const begun = (id: string, content = '') => event('message', { id, content });
const piece = (message_id: string, text: string) => event('message_delta', { message_id, text });

it('adds up the pieces of one reply', () => {
  expect(saidSoFar([begun('r'), piece('r', 'Be'), piece('other', 'No'), event('note', {}), piece('r', 'cause')], 'r')).toBe('Because');
});

it('begins anew where the reply did', () => {
  expect(saidSoFar([begun('r'), piece('r', 'let me think'), begun('r'), piece('r', 'Yes')], 'r')).toBe('Yes');
});

it('knows nothing when the beginning is gone', () => {
  expect(saidSoFar([piece('r', 'cause')], 'r')).toBeNull();
});
