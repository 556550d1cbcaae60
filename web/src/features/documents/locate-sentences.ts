import type { SentenceProvenance } from '@coverwright/contracts';
import type { MarkedRange } from '../../components/markdown/split-ranges.ts';

export const sentenceKey = ({ paragraph, sentence }: Pick<SentenceProvenance, 'paragraph' | 'sentence'>): string =>
  `${paragraph}.${sentence}`;

/** Where the sentences that claim something stand in the letter. Each is an exact piece of it, and they come in their order. */
export function locateSentences(content: string, provenance: readonly SentenceProvenance[]): MarkedRange[] {
  const ranges: MarkedRange[] = [];
  let from = 0;
  for (const sentence of provenance) {
    const start = content.indexOf(sentence.text, from);
    if (start === -1) continue;
    from = start + sentence.text.length;
    if (sentence.status !== 'framing') ranges.push({ key: sentenceKey(sentence), start, end: from });
  }
  return ranges;
}
