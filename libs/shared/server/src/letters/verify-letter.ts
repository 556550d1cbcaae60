import type { LetterCheck, SentenceProvenance } from '@coverwright/contracts';
import { checkLetter } from './check-letter.ts';
import type { Evidence } from './evidence.ts';
import { indexEvidence } from './index-evidence.ts';
import { bodySentences, splitLetter } from './split-letter.ts';
import { type SentenceVerdict, verifySentence } from './verify-sentence.ts';

export interface LetterVerdict {
  /** Body sentences in order; `paragraph` counts body paragraphs from 0. */
  provenance: SentenceProvenance[];
  checks: LetterCheck[];
}

/** Holds a whole letter, written by anyone, to the evidence. Pure; nothing is changed or blocked. */
export function verifyLetter(content: string, evidence: Evidence): LetterVerdict {
  const parts = splitLetter(content);
  const index = indexEvidence(evidence);
  const judged = bodySentences(parts).flatMap((sentences, paragraph) => {
    let previous: SentenceVerdict | undefined;
    return sentences.map((text, sentence) => {
      const verdict = verifySentence(text, index, previous);
      previous = verdict;
      return { paragraph, sentence, text, verdict };
    });
  });
  const provenance = judged.map(({ verdict, ...place }) => ({ ...place, status: verdict.status, sources: verdict.sources }));
  return { provenance, checks: checkLetter(parts, judged, evidence) };
}
