import type { Guardian } from '../process/guardian.ts';
import { charsets } from './charsets.ts';
import { extraction } from './extraction.ts';
import { grounding, groundingTrades } from './grounding.ts';
import { hiddenText } from './hidden-text.ts';
import { hostilePages } from './hostile-pages.ts';
import { hostileUrls } from './hostile-urls.ts';
import { htmlCases } from './html-cases.ts';
import { injectionsPath } from './injections-path.ts';
import { injections } from './injections.ts';
import { intentsPath } from './intents-path.ts';
import { intentRounds, intents } from './intents.ts';
import { jobBodies } from './job-bodies.ts';
import { postings } from './postings.ts';
import { quotes } from './quotes.ts';
import { robots } from './robots.ts';
import { generatedRequests } from './security/generated-requests.ts';
import { jsonBodies } from './security/json-bodies.ts';
import { naughtyStrings } from './security/naughty-strings.ts';
import { paths } from './security/paths.ts';
import { xss } from './security/xss.ts';

/** A data set and the function of the product that it measures. */
export interface Corpus {
  name: string;
  /** What must be there, relative to the data folder; null when the set ships with the repository. */
  file: string | null;
  /** One line of figures. */
  run: (folder: string, context: CorpusContext) => Promise<string>;
}

/** For sets that need processes of the product. */
export interface CorpusContext {
  guardian: Guardian;
  signal: AbortSignal;
}

export const corpora: Corpus[] = [
  intents,
  ...intentRounds,
  intentsPath,
  extraction,
  postings,
  quotes,
  robots,
  hostileUrls,
  hostilePages,
  charsets,
  jobBodies,
  hiddenText,
  injections,
  injectionsPath,
  htmlCases,
  jsonBodies,
  naughtyStrings,
  paths,
  generatedRequests,
  xss,
  grounding,
  ...groundingTrades,
];
