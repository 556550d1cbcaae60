import { bodySentences, countWords, splitLetter, verifyLetter, type Evidence } from '@coverwright/server';
import { assembleLetter } from './assemble-letter.ts';
import { closingText, type Paragraph } from './compose-offline.ts';
import type { Wishes } from './read-wishes.ts';

export interface Kept {
  paragraphs: string[];
  dropped: string[];
  /** Share of the result's words that came from the draft. */
  share: number;
}

interface Draft {
  text: string;
  evidence: Evidence;
  wishes: Wishes;
  offline: Paragraph[];
}

/** The sentences of each paragraph that the evidence carries, and those it does not. */
export function siftSentences(paragraphs: string[], evidence: Evidence): { kept: string[][]; dropped: string[] } {
  const { provenance } = verifyLetter(assembleLetter(paragraphs, evidence), evidence);
  const count = bodySentences(splitLetter(assembleLetter(paragraphs, evidence))).length;
  const kept = Array.from({ length: count }, (): string[] => []);
  const dropped: string[] = [];
  for (const sentence of provenance) (sentence.status === 'unsupported' ? dropped : (kept[sentence.paragraph] ?? [])).push(sentence.text);
  return { kept, dropped };
}

const nextStep = /\b(?:look forward|discuss|talk|meet|conversation|interview|hearing from)\b/i;

function shorten(paragraphs: string[][], max: number): string[][] {
  const result = paragraphs.map((sentences) => [...sentences]);
  const total = (): number => countWords(result.flat().join(' '));
  for (let at = result.length - 2; at > 0 && total() > max; at -= 1) {
    while ((result[at]?.length ?? 0) > 2 && total() > max) result[at]?.pop();
  }
  while (result.length > 3 && total() > max) result.splice(-2, 1);
  return result.filter((sentences) => sentences.length > 0);
}

/** Keeps what is backed of a model's draft and fills the holes with the offline text for the same evidence. */
export function keepSupported({ text, evidence, wishes, offline }: Draft): Kept {
  const blocks = text
    .split(/\n{2,}/)
    .map((block) => block.replace(/\n/g, ' ').trim())
    .filter(Boolean);
  const { kept, dropped } = siftSentences(blocks, evidence);
  const lost = (at: number): boolean => countWords((kept[at] ?? []).join(' ')) < countWords(blocks[at] ?? '') / 2;
  const own = kept.filter((_, at) => !lost(at));
  const model = shorten(own, 400);
  const written = countWords(model.flat().join(' '));
  const paragraphs = model.map((sentences) => sentences.join(' '));
  const opening = offline[0]?.text ?? '';
  const namesBoth = paragraphs[0]?.includes(evidence.company) && paragraphs[0].includes(evidence.jobTitle);
  if (!namesBoth) paragraphs.unshift(opening);
  const closing = offline.at(-1)?.text ?? closingText(wishes, 0);
  const hasNext = paragraphs.length > 1 && nextStep.test(paragraphs.at(-1) ?? '');
  if (!hasNext) paragraphs.push(closing);
  const spare = offline.filter(({ part }) => part === 'work' || part === 'background' || part === 'company');
  for (const { text: more } of spare) {
    const words = countWords(paragraphs.join(' '));
    if (paragraphs.length >= 6 || (words >= 180 && paragraphs.length >= 3) || words + countWords(more) > 400) continue;
    paragraphs.splice(-1, 0, more);
  }
  return { paragraphs: paragraphs.slice(0, 6), dropped, share: written / Math.max(1, countWords(paragraphs.join(' '))) };
}
