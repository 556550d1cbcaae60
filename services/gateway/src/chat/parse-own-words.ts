import { findUrls } from './parse-urls.ts';

export const URL_MARK = '\uE000';
export const QUOTE_MARK = '\uE001';

export interface OwnWords {
  /** The person's own words: each address replaced by `URL_MARK`, each quotation by `QUOTE_MARK`, pasted bulk left out. */
  text: string;
  /** One address for each `URL_MARK`, in order. */
  urls: string[];
  /** Words at the end of a long pasted text: perhaps the person's, perhaps the last lines of the paste. */
  tail: string;
  tailUrls: string[];
}

const LONG_TEXT = 1200;
const OWN_PARAGRAPH = 400;

/**
 * Separates what the person says from what the person shows: quotations, block quotes, code and the bulk of a long paste are
 * other people's words, and neither a command nor an address is taken from them.
 */
export function keepOwnWords(text: string): OwnWords {
  const source = text.replace(/[\uE000-\uF8FF\u200B-\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/g, '').replace(/\r\n?/g, '\n');
  const { masked, urls } = maskUrls(source);
  const shown = maskQuotes(maskBlocks(masked));
  const [head, tail] = shown.length > LONG_TEXT ? cutPaste(shown) : [shown, ''];
  return {
    text: head.replace(/\uE000\d+;/g, URL_MARK),
    urls: pick(head, urls),
    tail: tail.replace(/\uE000\d+;/g, URL_MARK),
    tailUrls: pick(tail, urls),
  };
}

function pick(text: string, urls: string[]): string[] {
  return Array.from(text.matchAll(/\uE000(\d+);/g), (match) => urls[Number(match[1])] ?? '');
}

function maskUrls(text: string): { masked: string; urls: string[] } {
  const parts: string[] = [];
  const urls: string[] = [];
  let at = 0;
  for (const { start, end, url } of findUrls(text)) {
    parts.push(text.slice(at, start), ` ${URL_MARK}${urls.length}; `);
    urls.push(url);
    at = end;
  }
  return { masked: parts.join('') + text.slice(at), urls };
}

function maskBlocks(text: string): string {
  let fenced = false;
  return text
    .split('\n')
    .map((line) => {
      const fence = /^ {0,3}(?:```|~~~)/.test(line);
      if (fence) fenced = !fenced;
      return fence || fenced || /^ {0,3}>/.test(line) ? QUOTE_MARK : line;
    })
    .join('\n');
}

const CLOSING: Record<string, string> = { '"': '"', '“': '"”', '„': '"“”', '«': '»', '»': '«', '`': '`', '‘': '’', "'": "'" };

/** Replaces quotations by a mark; a quotation that holds one address and nothing else keeps it. An unclosed quote runs to the paragraph's end. */
function maskQuotes(text: string): string {
  return text
    .split(/(\n\s*\n)/)
    .map(maskParagraph)
    .join('');
}

function maskParagraph(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const closing = CLOSING[text[i] ?? ''];
    if (!closing) continue;
    const single = closing === "'" || closing === '’';
    // An apostrophe opens a quotation only at the start of a word and closes one only at its end.
    if (single && /[\p{L}\p{N}]/u.test(text[i - 1] ?? '')) continue;
    const end = findClosing(text, i + 1, closing, single);
    if (end < 0 && single) continue;
    const inside = text.slice(i + 1, end < 0 ? text.length : end).trim();
    parts.push(text.slice(at, i), /^\uE000\d+;$/.test(inside) ? ` ${inside} ` : ` ${QUOTE_MARK} `);
    at = end < 0 ? text.length : end + 1;
    i = at - 1;
  }
  return parts.join('') + text.slice(at);
}

function findClosing(text: string, from: number, closing: string, single: boolean): number {
  const limit = single ? Math.min(text.length, from + 300) : text.length;
  for (let i = from; i < limit; i++) {
    if (closing.includes(text[i] ?? '') && !(single && /[\p{L}\p{N}]/u.test(text[i + 1] ?? ''))) return i;
  }
  return -1;
}

function cutPaste(text: string): [head: string, tail: string] {
  const paragraphs = text.split(/\n\s*\n/).map((part) => part.trim());
  const first = leadingSentences(paragraphs[0] ?? '');
  const links: string[] = [];
  for (const part of paragraphs.slice(1)) {
    if (!/^(?:\uE000\d+;\s*)+$/.test(part)) break;
    links.push(part);
  }
  const last = paragraphs.length > 1 ? (paragraphs.at(-1) ?? '') : '';
  return [[first, ...links].join('\n'), last.length <= OWN_PARAGRAPH && !links.includes(last) ? last : ''];
}

function leadingSentences(paragraph: string): string {
  if (paragraph.length <= OWN_PARAGRAPH) return paragraph;
  const window = paragraph.slice(0, OWN_PARAGRAPH);
  const end = Math.max(...['. ', '! ', '? ', '\n', ': '].map((mark) => window.lastIndexOf(mark)));
  return end < 0 ? '' : window.slice(0, end + 1);
}
