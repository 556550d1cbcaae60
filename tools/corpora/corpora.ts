import { extraction } from './extraction.ts';
import { hiddenText } from './hidden-text.ts';
import { htmlCases } from './html-cases.ts';
import { injections } from './injections.ts';
import { intents } from './intents.ts';
import { jobBodies } from './job-bodies.ts';

/** A data set and the function of the product that it measures. */
export interface Corpus {
  name: string;
  /** What must be there, relative to the data folder. */
  file: string;
  /** One line of figures. */
  run: (folder: string) => Promise<string>;
}

export const corpora: Corpus[] = [intents, extraction, jobBodies, hiddenText, injections, htmlCases];
