import type { CheerioAPI } from 'cheerio';
import { findStructuredPosting } from '../posting/structured/find-structured-posting.ts';
import { readTitles } from '../posting/page/page-titles.ts';
import type { Block } from './collect-blocks.ts';

/** What the data in a page says of its job. Missing parts are null. */
export interface JobPosting {
  title: string | null;
  company: string | null;
  location: string | null;
  /** The description as paragraphs; empty when there is none. */
  blocks: Block[];
}

/** The posting in the data of a page that is about exactly one; null for none and for lists of several. */
export function findJobPosting($: CheerioAPI, url: string): JobPosting | null {
  const { parts } = findStructuredPosting($, () => readTitles($), url);
  return parts === null ? null : { title: parts.job_title, company: parts.company_name, location: parts.location, blocks: parts.blocks };
}
