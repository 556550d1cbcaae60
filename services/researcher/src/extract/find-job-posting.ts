import type { CheerioAPI } from 'cheerio';
import { cleanText } from './clean-text.ts';
import { collectBlocks, type Block } from './collect-blocks.ts';
import { loadHtml } from './load-html.ts';

/** What a page's schema.org JobPosting says. Missing parts are null. */
export interface JobPosting {
  title: string | null;
  company: string | null;
  location: string | null;
  /** The description as paragraphs; empty when there is none. */
  blocks: Block[];
}

type Json = Record<string, unknown>;
const MAX_DEPTH = 8;

/** The JobPosting of a page that is about exactly one; null for none and for lists of several. */
export function findJobPosting($: CheerioAPI): JobPosting | null {
  const found: Json[] = [];
  $('script[type="application/ld+json"]').each((_, element) => collectPostings(parseJsonLd($(element).text()), found, 0));
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const organization = only['hiringOrganization'];
  return {
    title: plain(only['title'] ?? only['name']),
    company: plain(isJson(organization) ? organization['name'] : organization),
    location: locationOf(only['jobLocation']),
    blocks: htmlBlocks(typeof only['description'] === 'string' ? only['description'] : ''),
  };
}

function collectPostings(value: unknown, found: Json[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const entry of value.slice(0, 200)) collectPostings(entry, found, depth + 1);
  } else if (isJson(value)) {
    const types = [value['@type']].flat();
    if (types.some((type) => typeof type === 'string' && /(^|[/:])JobPosting$/.test(type))) found.push(value);
    else
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'])
        collectPostings(value[key], found, depth + 1);
  }
}

/** Real pages put line breaks, comments and trailing commas into it; what is still not JSON after that says nothing. */
function parseJsonLd(text: string): unknown {
  for (const attempt of [text, tidied(text)]) {
    try {
      return JSON.parse(attempt);
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    }
  }
  return null;
}

function tidied(text: string): string {
  return text
    .replace(/^\s*(\/\/\s*)?(<!--|<!\[CDATA\[)|(\/\/\s*)?(-->|\]\]>)\s*$/g, '')
    .replace(/[\u0000-\u001f]+/g, ' ') // eslint-disable-line no-control-regex
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/;\s*$/, '');
}

function htmlBlocks(description: string): Block[] {
  const html = !description.includes('<') && description.includes('&lt;') ? loadHtml(description, 'fragment').text() : description;
  const lines = html.includes('<') ? html : html.replace(/\n{2,}/g, '<p>').replace(/\n/g, '<br>');
  return collectBlocks(loadHtml(lines, 'fragment').root().contents().toArray());
}

function locationOf(value: unknown): string | null {
  const [first] = [value].flat();
  if (!isJson(first)) return plain(first);
  const address = first['address'];
  if (!isJson(address)) return plain(address ?? first['name']);
  const parts = ['addressLocality', 'addressRegion', 'addressCountry'].map((key) => {
    const part = address[key];
    return plain(isJson(part) ? part['name'] : part);
  });
  return parts.filter((part) => part !== null).join(', ') || null;
}

function plain(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = cleanText(loadHtml(value.slice(0, 1000), 'fragment').text()).replace(/\n/g, ' ');
  return text === '' ? null : text.slice(0, 300);
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
