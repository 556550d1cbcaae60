import { splitSentences } from './split-sentences.ts';

/** A letter taken apart. `paragraphs` is the body alone: no date, no address block, no salutation, no sign-off. */
export interface LetterParts {
  before: string[];
  salutations: string[];
  paragraphs: string[];
  signOffs: string[];
  after: string[];
}

const salutation = /^(?:dear|hello|hi|to whom it may concern|good (?:morning|afternoon|day))\b[^.!?]{0,80}[,:]?$/i;
const signOff =
  /^(?:(?:kind|best|warm|warmest|with (?:kind|best)) (?:regards|wishes)|regards|sincerely|yours (?:sincerely|faithfully|truly)|respectfully|best|many thanks|cheers)[,.]?(?=\s*(?:\n|$))/i;

/** Splits a letter of plain markdown by its blank lines. Without a salutation everything before the sign-off is body. */
export function splitLetter(content: string): LetterParts {
  const parts: LetterParts = { before: [], salutations: [], paragraphs: [], signOffs: [], after: [] };
  const blocks = content.split(/\r?\n[^\S\n]*\r?\n/).map((block) => block.trim());
  const start = blocks.findIndex((block) => salutation.test(block.split('\n')[0] ?? ''));
  for (const [index, block] of blocks.entries()) {
    if (block === '') continue;
    const [first = '', ...rest] = block.split('\n');
    if (index < start) parts.before.push(block);
    else if (salutation.test(first.trim())) {
      parts.salutations.push(first.trim());
      if (rest.join('').trim()) parts.paragraphs.push(rest.join('\n').trim());
    } else if (signOff.test(block)) {
      parts.signOffs.push(first.trim());
      parts.after.push(...rest.map((line) => line.trim()).filter(Boolean));
    } else if (parts.signOffs.length && block.length < 80 && !/[.!?]$/.test(block)) parts.after.push(block);
    else parts.paragraphs.push(block);
  }
  return parts;
}

/** Body sentences by paragraph. */
export const bodySentences = (parts: LetterParts): string[][] => parts.paragraphs.map((paragraph) => splitSentences(paragraph));

export const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
