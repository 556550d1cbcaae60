import type { LetterCheck, SentenceProvenance } from '@coverwright/contracts';
import { verifyLetter } from '@coverwright/server';
import { textsOf, type Material, type Paragraph } from '../material.ts';
import { assembleLetter } from './assemble-letter.ts';

export interface FinishedLetter {
  content: string;
  provenance: SentenceProvenance[];
  checks: LetterCheck[];
}

/** The paragraphs without the sentences that no source supports. */
export function withoutUnsupported(provenance: readonly SentenceProvenance[]): string[] {
  const kept = provenance.filter(({ status }) => status !== 'unsupported');
  return [...Map.groupBy(kept, ({ paragraph }) => paragraph).values()].map((sentences) => sentences.map(({ text }) => text).join(' '));
}

/** Puts the letter together and holds it to every check; null when a hard one does not pass. */
export function finishLetter(paragraphs: readonly Paragraph[], { evidence, style }: Material): FinishedLetter | null {
  const finish = (texts: string[]): FinishedLetter => {
    const content = assembleLetter(texts, evidence, style);
    return { content, ...verifyLetter(content, evidence) };
  };
  let letter = finish(textsOf(paragraphs));
  // Sentences that hold one by one can read otherwise side by side; what does not hold there goes.
  if (letter.provenance.some(({ status }) => status === 'unsupported')) letter = finish(withoutUnsupported(letter.provenance));
  return letter.checks.some(({ hard, passed }) => hard && !passed) ? null : letter;
}
