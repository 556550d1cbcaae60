import { expect, it } from '@jest/globals';
import { isLatePiece } from './is-late-piece.ts';

const piece = (message_id: string) => ({ type: 'message_delta' as const, data: JSON.stringify({ message_id, text: 'x' }) });

it('is a piece of a reply that has ended, and nothing else', () => {
  const ended = new Set(['old']);
  expect([isLatePiece(piece('old'), ended), isLatePiece(piece('new'), ended)]).toEqual([true, false]);
  expect(isLatePiece({ type: 'message', data: JSON.stringify({ id: 'old', message_id: 'old' }) }, ended)).toBe(false);
});
