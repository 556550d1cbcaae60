import type { Act } from './parse-acts.ts';

/** What a sentence changes in what the person is taken to ask for. */
export interface Reading {
  asked: Set<Act>;
  floated: Set<Act>;
  /** Ruled out by this sentence. */
  refused: Set<Act>;
  /** Forget what earlier sentences asked for. */
  restart: boolean;
  /** Positions of addresses the person said not to use. */
  refusedUrls: number[];
}
