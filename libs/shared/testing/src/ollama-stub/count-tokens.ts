import type { StubMessage } from './stub-types.ts';

/** Vocabularies are made of English: its words are one token or two, accented ones fall to pieces, Chinese and Japanese into characters. */
const PIECES =
  /\s?(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[A-Za-z]{1,7}|\p{L}\p{M}*[\p{L}\p{M}]{0,2}|\p{N}{1,3})|[^\S\n]+|\n+|[^\s\p{L}\p{N}]/gu;
const PER_MESSAGE = 5;

/** Cuts a text into pieces the size of a real model's tokens; joined they are the text again. */
export function splitTokens(text: string): string[] {
  return text.match(PIECES) ?? [];
}

export function countPrompt(messages: StubMessage[]): number {
  return messages.reduce((sum, message) => sum + PER_MESSAGE + splitTokens(message.content).length, 0);
}
