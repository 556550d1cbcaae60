import type { ResearchNote, SentenceProvenance } from '@coverwright/contracts';
import { createContext } from 'react';

export interface SentenceFocus {
  sentences: ReadonlyMap<string, SentenceProvenance>;
  notes: readonly ResearchNote[];
  /** The key of the sentence whose source is shown. */
  shown: string | null;
  /** A pointer or the focus has come to a sentence, or left it. */
  point: (key: string | null) => void;
  /** It stays until it is pressed again or the focus goes elsewhere. */
  press: (key: string) => void;
  close: () => void;
}

export const SentenceContext = createContext<SentenceFocus | null>(null);
