import type { Evidence, EvidenceUnit } from '@coverwright/server';
import type { LetterRequest } from './letter-request.ts';
import type { Wishes } from './select/read-wishes.ts';
import type { Selection } from './select/select-evidence.ts';
import type { Style } from './voice/describe-style.ts';

/** Everything a letter is written from, worked out once before anything is written. */
export interface Material {
  request: LetterRequest;
  evidence: Evidence;
  wishes: Wishes;
  selection: Selection;
  style: Style;
  /** Phrases that posting and resume have in common. */
  shared: string[];
  /** Lower-case words that the evidence writes with a capital: names. */
  names: ReadonlySet<string>;
  /** Of the resume, when it is not English. */
  foreign: string | null;
  /** Varies the wording between applications. */
  seed: number;
}

export type Part = 'opening' | 'work' | 'background' | 'company' | 'closing';

/** What a paragraph is for and what it may say. */
export interface PlannedParagraph {
  part: Part;
  units: EvidenceUnit[];
}

/** A sentence and the evidence it was made from. */
export interface Sentence {
  text: string;
  units: string[];
}

export interface Paragraph {
  part: Part;
  sentences: Sentence[];
}

/** The paragraphs' text, as it goes into the letter. */
export const textsOf = (paragraphs: readonly Paragraph[]): string[] =>
  paragraphs
    .map(({ sentences }) =>
      sentences
        .map(({ text }) => text)
        .join(' ')
        .trim(),
    )
    .filter((text) => text !== '');
