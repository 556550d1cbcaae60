import type { CheerioAPI } from 'cheerio';
import type { Block } from './collect-blocks.ts';

/** How a page is laid out, which decides how it is read: a running text, one job, or anything else. */
export type Layout = 'article' | 'posting' | 'page';

/** What a page says of itself in its head and its structured data. */
export interface Clues {
  /** Structured data has one job. */
  hasPosting: boolean;
  /** Structured data or metadata that only articles have. */
  saysArticle: boolean;
  /** Open Graph calls it an article, which many sites say of all their pages. */
  mayBeArticle: boolean;
}

const ARTICLE_TYPE =
  /"@type"\s*:\s*(?:\[\s*)?"(?:(?:\w*News|Tech|Scholarly|Satirical)?Article|(?:Live)?BlogPosting|Report|SocialMediaPosting)"/;
const LIST_TYPE = /"@type"\s*:\s*(?:\[\s*)?"(?:ItemList|CollectionPage|SearchResultsPage)"/;
const JOB_HOST = /(?:^|\.)(?:jobs?|careers?|apply|hire|hiring|recruit(?:ing|ment)?|boards|karriere|stellen|emploi|empleo)\d*\./;
/** Applicant systems that companies rent; their pages are jobs whatever the path says. */
const JOB_SYSTEM =
  /(?:^|\.)(?:greenhouse|lever|ashbyhq|myworkdayjobs|myworkdaysite|workable|smartrecruiters|icims|jobvite|taleo|bamboohr|recruitee|personio|teamtailor|breezy|recsolu|ultipro|successfactors|oraclecloud|applytojob|jazzhr|paylocity|pinpointhq|rippling|dover|welcometothejungle)\.\w+$/;
const JOB_PATH =
  /\/(?:[\w-]*-)?(?:jobs?|careers?|positions?|openings?|vacanc(?:y|ies)|requisitions?|job-?details?|opportunit(?:y|ies)|stellenangebote?|karriere)(?=[/._?]|$)/;
/** A single item below what sites call their news, by its name of several words or its date. */
const NEWS_ITEM =
  /\/(?:[\w-]*-)?(?:news(?:room)?|press(?:-releases?)?|blogs?|posts?|stor(?:y|ies)|articles?|announcements?|opinion|\d{4}\/\d{1,2})\/(?:.*\/)?[^/]*(?:-[^/-]+){2}[^/]*\/?$/;
const JOB_WORDS = [
  /\bresponsibilit|what you.ll do|\byou will\b|your (?:role|tasks)|deine aufgaben|ihre aufgaben/i,
  /\brequirements?\b|qualifications?|what you.ll (?:bring|need)|who you are|we.re looking for|dein profil|ihr profil/i,
  /\bapply (?:now|today|here|for|online)\b|equal opportunity|\bapplicants?\b|bewerb/i,
  /\bfull[- ]time|part[- ]time|\bsalary\b|\bbenefits\b|years of experience|vollzeit|teilzeit/i,
];

/**
 * Reads the clues of a page before its head is taken away.
 * @param metadata by name, as `readHead` gives it.
 */
export function readClues($: CheerioAPI, metadata: Map<string, string>, hasPosting: boolean): Clues {
  const jsonLd = $('script[type="application/ld+json"]').text();
  const marked = $('[itemprop], [itemtype]').toArray();
  const types = marked.map(({ attribs }) => attribs['itemtype'] ?? '');
  const saysArticle =
    metadata.has('article:published_time') ||
    (ARTICLE_TYPE.test(jsonLd) && !LIST_TYPE.test(jsonLd)) ||
    types.some((type) => /(?:Article|BlogPosting)$/.test(type)) ||
    marked.some(({ attribs }) => attribs['itemprop']?.split(/\s+/).includes('articleBody'));
  return {
    hasPosting: hasPosting || types.filter((type) => type.endsWith('/JobPosting')).length === 1,
    saysArticle,
    mayBeArticle: /^article$/i.test(metadata.get('og:type') ?? ''),
  };
}

/** Tells the layout from structured data, address and words, in this order of trust. */
export function tellLayout(clues: Clues, url: string, visible: readonly Block[]): Layout {
  if (clues.hasPosting) return 'posting';
  if (clues.saysArticle) return 'article';
  const { hostname, pathname } = new URL(url);
  const path = pathname.toLowerCase();
  if (JOB_SYSTEM.test(hostname) || JOB_HOST.test(hostname) || JOB_PATH.test(path)) return 'posting';
  if (clues.mayBeArticle && NEWS_ITEM.test(path)) return 'article';
  const text = visible.map((block) => block.text).join('\n');
  return !clues.mayBeArticle && JOB_WORDS.every((pattern) => pattern.test(text)) ? 'posting' : 'page';
}
