import type { CheerioAPI } from 'cheerio';
import { addressesAi } from './addresses-ai.ts';
import { chooseBlocks } from './choose-blocks.ts';
import { cleanText } from './clean-text.ts';
import { joinBlocks, type Block } from './collect-blocks.ts';
import { findJobPosting, type JobPosting } from './find-job-posting.ts';
import { loadHtml } from './load-html.ts';
import { markAiText } from './mark-ai-text.ts';
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
  const language = pageLanguage($);
  const links = pageLinks($, url);
  const clues = readClues($, posting !== null);
  removeHidden($);
  const body = $('body')[0];
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

function pageTitle($: CheerioAPI, posting: JobPosting | null, url: string): string {
  const job = posting?.title ? [posting.title, posting.company].filter((part) => part !== null).join(' – ') : '';
  const candidates = [
    job,
    $('head title').first().text(),
    $('meta[property="og:title"]').attr('content') ?? '',
    $('h1').first().text(),
    $('h2').first().text(),
  ];
  const titles = candidates.map((text) => cleanText(text).replace(/\n/g, ' ')).filter((text) => text !== '' && !addressesAi(text));
  const title = titles.find((text) => !GENERIC_TITLE.test(text)) ?? titles[0];
  const { host, pathname } = new URL(url);
  return (title ?? `${host}${pathname}`).slice(0, 200).toWellFormed();
}

function pageLanguage($: CheerioAPI): string | null {
  const declared = [
    $('html').attr('lang'),
    $('html').attr('xml:lang'),
    $('meta[http-equiv="content-language" i]').attr('content'),
    $('meta[property="og:locale"]').attr('content'),
  ];
  const tags = declared.map((tag) => (tag ?? '').trim().toLowerCase().replace(/_/g, '-'));
  return tags.find((tag) => /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/.test(tag)) ?? null;
}

function pageLinks($: CheerioAPI, url: string): PageLink[] {
  const base = URL.parse($('base[href]').first().attr('href') ?? '', url)?.href ?? url;
  const links = $('a[href]').toArray().slice(0, MAX_LINKS);
  return links.flatMap((element) => {
    const target = URL.parse(element.attribs['href'] ?? '', base);
    if (target?.protocol !== 'http:' && target?.protocol !== 'https:') return [];
    return [{ url: target.href, text: cleanText($(element).text()).slice(0, 200) }];
  });
}
