import { extraction } from './extraction.ts';
import { grounding, groundingTrades } from './grounding.ts';
import { intents } from './intents.ts';

/** A data set and the function of the product that it measures. */
export interface Corpus {
  name: string;
  /** What must be there, relative to the data folder; null when the set ships with the repository. */
  file: string | null;
  /** One line of figures. */
  run: (folder: string) => Promise<string>;
}

export const corpora: Corpus[] = [intents, extraction, grounding, ...groundingTrades];
