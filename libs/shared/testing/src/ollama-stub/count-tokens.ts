import type { StubMessage } from './stub-types.ts';

const PIECES = /\s?\p{L}{1,7}|\s?\p{N}{1,3}|[^\S\n]+|\n+|[^\s\p{L}\p{N}]/gu;
const PER_MESSAGE = 5;

/** Cuts a text into pieces the size of a real model's tokens; joined they are the text again. */
export function splitTokens(text: string): string[] {
  return text.match(PIECES) ?? [];
}

export function countPrompt(messages: StubMessage[]): number {
  return messages.reduce((sum, message) => sum + PER_MESSAGE + splitTokens(message.content).length, 0);
}
