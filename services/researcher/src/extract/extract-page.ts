import type { CheerioAPI } from 'cheerio';
import { chooseBlocks } from './choose-blocks.ts';
import { cleanText } from './clean-text.ts';
import { joinBlocks, type Block } from './collect-blocks.ts';
import { findJobPosting, type JobPosting } from './find-job-posting.ts';
import { loadHtml } from './load-html.ts';
import { markAiText } from './mark-ai-text.ts';
import { readHead } from './read-head.ts';
import { removeHidden } from './remove-hidden.ts';
import { readClues } from './tell-layout.ts';

export interface PageLink {
  /** Absolute, http or https. */
  url: string;
  text: string;
}

export interface ExtractedPage {
  title: string;
  /** As the page declares it, a lower-case language tag such as `de` or `pt-br`; null when it does not. */
  language: string | null;
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
/**
 * What a person would read on a page: title, visible text, links, and the job posting in its structured data.
 * @throws ExtractFailed when the markup is not safe to parse.
 */
export function extractPage(html: string, url: string): ExtractedPage {
  const $ = loadHtml(html, 'page');
  const posting = findJobPosting($, url);
  const { title, language, base, metadata } = readHead($, posting, url);
  const links = pageLinks($, base);
  const clues = readClues($, metadata, posting !== null);
  removeHidden($);
  const body = $.root().children('html').children('body')[0];
  const headings = $('h1')
    .toArray()
    .map((heading) => $(heading).text());
  const chosen = body === undefined ? [] : chooseBlocks({ body, url, title, headings, clues, posting });
  const blocks = markAiText(withinLimit(chosen));
  return { title, language, blocks, content: joinBlocks(blocks), posting, isArticle: clues.mayBeArticle, links };
}

/** The same for plain text: blank lines part the blocks. */
export function extractText(text: string, url: string): ExtractedPage {
  const parts = text.split(/\n\s*\n/).map(cleanText);
  const written = parts
    .filter((part) => part !== '')
    .map((text) => ({ text, role: 'paragraph', inMain: true, linked: 0, speaksToAi: false }) as const);
  const blocks = markAiText(withinLimit(written));
  const title = blocks[0]?.text.split('\n')[0]?.slice(0, 120) ?? url;
  return { title, language: null, blocks, content: joinBlocks(blocks), posting: null, isArticle: false, links: [] };
}

function withinLimit(blocks: Block[]): Block[] {
  let left = MAX_CONTENT;
  return blocks.flatMap((block) => {
    const text = block.text.slice(0, Math.max(0, left)).toWellFormed();
    left -= block.text.length + 2;
    return text === '' ? [] : [{ ...block, text }];
  });
}

function pageLinks($: CheerioAPI, base: string): PageLink[] {
  const links = $('a[href]').toArray().slice(0, MAX_LINKS);
  return links.flatMap((element) => {
    const target = URL.parse(element.attribs['href'] ?? '', base);
    if (target?.protocol !== 'http:' && target?.protocol !== 'https:') return [];
    return [{ url: target.href, text: cleanText($(element).text()).slice(0, 200) }];
  });
}
