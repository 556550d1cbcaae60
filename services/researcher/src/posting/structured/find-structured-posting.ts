import type { CheerioAPI } from 'cheerio';
import { collectStates } from './collect-states.ts';
import { findJobObject } from './find-job-objects.ts';
import { findSchemaPosting } from './find-schema-posting.ts';
import type { PageTitles } from '../page/page-titles.ts';
import { mergeParts, type PostingParts } from '../values/posting-parts.ts';
import { readJobObject } from './read-job-object.ts';
import { squeeze } from '../values/squeeze.ts';

export interface StructuredReading {
  /** Null when the page's data names no posting, or several and none as its own. */
  parts: PostingParts | null;
  /** Different postings in the structured data; more than one without `parts` is a list. */
  count: number;
}

/** What the data in a page says of the one posting it is about: schema.org first, then the states its scripts start from. */
export function findStructuredPosting($: CheerioAPI, titles: () => PageTitles, url: string): StructuredReading {
  const states = collectStates($);
  const schema = findSchemaPosting($, states, titles, url);
  if (schema.parts === null && schema.count > 1) return schema;
  const object = findJobObject(states, titles, url);
  const state = object === null ? null : readJobObject(object);
  if (schema.parts === null) return { parts: state, count: state === null ? schema.count : 1 };
  const sameJob = state !== null && squeeze(state.job_title ?? '') === squeeze(schema.parts.job_title ?? state.job_title ?? '');
  return { parts: mergeParts(sameJob ? [schema.parts, state] : [schema.parts]), count: 1 };
}
