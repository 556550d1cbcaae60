import type { CheerioAPI } from 'cheerio';
import { cleanText } from './clean-text.ts';
import { collectBlocks, joinBlocks, preferMain, type Block } from './collect-blocks.ts';
import { findJobPosting, type JobPosting } from './find-job-posting.ts';
import { loadHtml } from './load-html.ts';

export interface PageLink {
  /** Absolute, http or https. */
  url: string;
  text: string;
}

export interface ExtractedPage {
  title: string;
  blocks: Block[];
  /** The blocks joined by blank lines. */
  content: string;
  posting: JobPosting | null;
  /** The page calls itself an article. */
  isArticle: boolean;
  links: PageLink[];
}

const MAX_CONTENT = 100_000;
const MAX_LINKS = 1000;
/** A posting's data counts as the text when it says this much; some sites only put a teaser there. */
const MIN_POSTING = 200;
/** What applicant systems call every page of theirs. */
const GENERIC_TITLE = /^(?:careers?|jobs?|career opportunities|job (?:details?|search|description)|home|untitled)$/i;

/**
 * What a person would read on a page: title, visible text, links, and the job posting in its structured data.
 * @throws ExtractFailed when the markup is not safe to parse.
 */
export function extractPage(html: string, url: string): ExtractedPage {
  const $ = loadHtml(html, 'page');
  const posting = findJobPosting($, url);
  const title = pageTitle($, posting, url);
  const links = pageLinks($, url);
  const described = posting !== null && joinBlocks(posting.blocks).length >= MIN_POSTING ? posting.blocks : null;
  const blocks = withinLimit(described ?? visibleBlocks($));
  const isArticle = /^article$/i.test($('meta[property="og:type"]').attr('content') ?? '');
  return { title, blocks, content: joinBlocks(blocks), posting, isArticle, links };
}

/** The same for plain text: blank lines part the blocks. */
export function extractText(text: string, url: string): ExtractedPage {
  const parts = text.split(/\n\s*\n/).map(cleanText);
  const blocks = withinLimit(
    parts.filter((part) => part !== '').map((part) => ({ text: part, role: 'paragraph', inMain: true, linked: 0 })),
  );
  const title = blocks[0]?.text.split('\n')[0]?.slice(0, 120) ?? url;
  return { title, blocks, content: joinBlocks(blocks), posting: null, isArticle: false, links: [] };
}

function visibleBlocks($: CheerioAPI): Block[] {
  const body = $('body').toArray();
  const blocks = preferMain(collectBlocks(body));
  return blocks.filter((block) => !(block.linked > 0.8 && block.text.length < 80 && block.role !== 'heading'));
}

function withinLimit(blocks: Block[]): Block[] {
  let left = MAX_CONTENT;
  return blocks.flatMap((block) => {
    const text = block.text.slice(0, Math.max(0, left)).toWellFormed();
    left -= block.text.length + 2;
    return text === '' ? [] : [{ ...block, text }];
  });
}

function pageTitle($: CheerioAPI, posting: JobPosting | null, url: string): string {
  if (posting?.title) return posting.company ? `${posting.title} – ${posting.company}` : posting.title;
  const candidates = [
    $('head title').first().text(),
    $('meta[property="og:title"]').attr('content') ?? '',
    $('h1').first().text(),
    $('h2').first().text(),
  ];
  const titles = candidates.map((text) => cleanText(text).replace(/\n/g, ' ')).filter((text) => text !== '');
  const title = titles.find((text) => !GENERIC_TITLE.test(text)) ?? titles[0];
  const { host, pathname } = new URL(url);
  return (title ?? `${host}${pathname}`).slice(0, 200).toWellFormed();
}

function pageLinks($: CheerioAPI, url: string): PageLink[] {
  const base = $('base[href]').first().attr('href') ?? '';
  const from = URL.canParse(base, url) ? new URL(base, url).href : url;
  const links: PageLink[] = [];
  for (const element of $('a[href]').toArray().slice(0, MAX_LINKS)) {
    const href = $(element).attr('href') ?? '';
    if (!URL.canParse(href, from)) continue;
    const target = new URL(href, from);
    if (target.protocol === 'http:' || target.protocol === 'https:')
      links.push({ url: target.href, text: cleanText($(element).text()).slice(0, 200) });
  }
  return links;
}
