import type { CheerioAPI } from 'cheerio';
import { addressesAi } from './addresses-ai.ts';
import { cleanText } from './clean-text.ts';
import type { JobPosting } from './find-job-posting.ts';

/** What applicant systems call every page of theirs. */
const GENERIC_TITLE = /^(?:careers?|jobs?|career opportunities|job (?:details?|search|description)|home|untitled)$/i;

/** What a page says of itself in its head. */
export interface Head {
  title: string;
  /** A lower-case language tag such as `de` or `pt-br`; null when the page declares none. */
  language: string | null;
  /** Where its links start from. */
  base: string;
  /** The first content of a `meta` by its `property`, `name` or `http-equiv`, in lower case. */
  metadata: Map<string, string>;
}

/** Reads the head of a page; a title that speaks to a program is passed over. */
export function readHead($: CheerioAPI, posting: JobPosting | null, url: string): Head {
  const page = $.root().children('html');
  const head = page.children('head');
  const metadata = readMetadata($);
  const job = posting?.title ? [posting.title, posting.company].filter((part) => part !== null).join(' – ') : '';
  // What only a person sees is asked last, as it takes a look at the whole page.
  const said = [job, head.children('title').first().text(), metadata.get('og:title') ?? ''];
  const title = bestTitle(said) ?? bestTitle([...said, $('h1').first().text(), $('h2').first().text()], true);
  const { host, pathname } = new URL(url);
  return {
    title: (title ?? `${host}${pathname}`).slice(0, 200).toWellFormed(),
    language: languageOf([page.attr('lang'), page.attr('xml:lang'), metadata.get('content-language'), metadata.get('og:locale')]),
    base: URL.parse(head.children('base[href]').first().attr('href') ?? '', url)?.href ?? url,
    metadata,
  };
}

function readMetadata($: CheerioAPI): Map<string, string> {
  const metadata = new Map<string, string>();
  for (const { attribs } of $('meta').toArray()) {
    const name = (attribs['property'] ?? attribs['name'] ?? attribs['http-equiv'] ?? '').trim().toLowerCase();
    if (name !== '' && !metadata.has(name)) metadata.set(name, attribs['content'] ?? '');
  }
  return metadata;
}

/** The first title that says something; a generic one when there is nothing else and that is asked for. */
function bestTitle(candidates: string[], orGeneric = false): string | undefined {
  const titles = candidates.map((text) => cleanText(text).replace(/\n/g, ' ')).filter((text) => text !== '' && !addressesAi(text));
  return titles.find((text) => !GENERIC_TITLE.test(text)) ?? (orGeneric ? titles[0] : undefined);
}

function languageOf(declared: (string | undefined)[]): string | null {
  const tags = declared.map((tag) => (tag ?? '').trim().toLowerCase().replace(/_/g, '-'));
  return tags.find((tag) => /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/.test(tag)) ?? null;
}
