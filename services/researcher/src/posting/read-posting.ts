import type { PostingField, ReadPosting } from '@coverwright/contracts';
import { extractPage } from '../extract/extract-page.ts';
import { loadHtml } from '../extract/load-html.ts';
import { chooseCompanyUrl } from './page/choose-company-url.ts';
import { formatBlocks } from './values/describe-html.ts';
import { findStructuredPosting } from './structured/find-structured-posting.ts';
import { readHostNames } from './page/host-names.ts';
import { trimDescription } from './page/page-description.ts';
import { readPageModel, type PageModel } from './page/page-model.ts';
import { countPostingKinds, isJobPath, speaksOfWork } from './page/posting-words.ts';
import { mergeParts, noParts, type PostingParts } from './values/posting-parts.ts';
import { readPageParts } from './page/read-page-parts.ts';
import { squeeze } from './values/squeeze.ts';
import { isJobList, tellObstacle, type Obstacle } from './page/tell-obstacle.ts';
import { namesRole } from './page/title-words.ts';

export interface PostingReading {
  posting: ReadPosting;
  /** What the page does not say. */
  missing: PostingField[];
  /** Null when the page is a posting; else nothing of `posting` is to be relied on. */
  obstacle: Obstacle | null;
}

const MAX_DESCRIPTION = 50_000;
/** What an application takes, in characters. */
const MAX_NAME = 200;
const MAX_LINE = 300;
const MAX_WORD = 100;
const MAX_URL = 2000;
const MIN_TEXT = 300;

/**
 * The job posting a page shows: its structured data first, then the data its scripts start from, then what a person sees.
 * @throws ExtractFailed when the markup is not safe to parse.
 */
export function readPosting(html: string, url: string): PostingReading {
  const $ = loadHtml(html, 'page');
  const model = readPageModel($, url);
  const structured = findStructuredPosting($, () => model.titles, url);
  const parts = withoutBoard(structured.parts ?? noParts, url);
  const page = readPageParts(model, trimDescription(extractPage(html, url).blocks, parts.job_title ?? model.title?.text ?? null));
  const isPosting = structured.parts !== null || looksLikePosting(model, page);
  const whole = mergeParts([parts, page]);
  const posting = toPosting({ ...whole, company_url: whole.company_url ?? chooseCompanyUrl($, url, whole.company_name) });
  const obstacle = isPosting && posting.job_title !== null ? null : tellObstacle(model, structured.count);
  return { posting, missing: missingFields(posting), obstacle };
}

export function toPosting({ blocks, ...parts }: PostingParts): ReadPosting {
  const within = (text: string | null, max: number) => text?.slice(0, max).trim().toWellFormed() || null;
  return {
    company_name: within(parts.company_name, MAX_NAME),
    job_title: within(parts.job_title, MAX_NAME),
    company_url: within(parts.company_url, MAX_URL),
    location: within(parts.location, MAX_LINE),
    remote: within(parts.remote, MAX_WORD),
    employment_type: within(parts.employment_type, MAX_WORD),
    salary: within(parts.salary, MAX_LINE),
    job_description: within(formatBlocks(blocks), MAX_DESCRIPTION),
  };
}

export function missingFields(posting: ReadPosting): PostingField[] {
  return (Object.keys(posting) as PostingField[]).filter((field) => posting[field] === null);
}

/** Boards name themselves as the employer when they do not name the employer. */
function withoutBoard(parts: PostingParts, url: string): PostingParts {
  const { owner, tokens } = readHostNames(new URL(url));
  const name = squeeze(parts.company_name ?? '');
  return owner !== '' && !tokens.includes(name) && name !== '' && (name === owner || owner.startsWith(name))
    ? { ...parts, company_name: null, company_url: null }
    : parts;
}

/** Without data that says so: under a title, the text speaks of most of what postings speak of, and something else says that it is one. */
function looksLikePosting(model: PageModel, page: PostingParts): boolean {
  const { text } = model;
  if (page.job_title === null || text.length < MIN_TEXT || !speaksOfWork(text) || isJobList(model)) return false;
  const facts = model.labels.some(({ kind }) => kind === 'employment' || kind === 'location' || kind === 'salary');
  const signs = [namesRole(page.job_title), isJobPath(model.url), facts].filter(Boolean).length;
  const kinds = countPostingKinds(text);
  return (signs > 1 && kinds > 1) || (signs === 1 && kinds > 3);
}
