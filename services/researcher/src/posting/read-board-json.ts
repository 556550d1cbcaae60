import type { PostingParts } from './values/posting-parts.ts';
import { findJobObject } from './structured/find-job-objects.ts';
import { readJobObject } from './structured/read-job-object.ts';

/** The posting that `url` names in what a job board's interface answered; null when it is not there or the answer is no JSON. */
export function readBoardJson(text: string, url: string): PostingParts | null {
  const parsed = parse(text);
  const object = findJobObject([parsed], () => ({ meta: [], document: null, isHeading: () => false }), url);
  return object === null ? null : readJobObject(object);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}
