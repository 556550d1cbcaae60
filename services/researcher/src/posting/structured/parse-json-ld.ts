import { loadHtml } from '../../extract/load-html.ts';
import { readLiteral } from './lenient-json.ts';

const MAX_VALUES = 100;

/**
 * What a JSON-LD block says. Real blocks are wrapped in comments, hold line breaks, trailing commas and unescaped quotes, are escaped as
 * HTML once too often, or are several values in a row; what is still no JSON then says nothing.
 */
export function parseJsonLd(text: string): unknown[] {
  const strict = parseStrict(text);
  if (strict !== undefined) return [strict];
  const plain = /^[^{[]*[{[]\s*&(?:quot|#34);/.test(text) ? loadHtml(text, 'fragment').text() : text;
  return readAll(plain);
}

function parseStrict(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function readAll(wrapped: string): unknown[] {
  const text = wrapped.replace(/<!\[CDATA\[|\]\]>/g, '');
  const values: unknown[] = [];
  let at = nextStart(text, 0);
  while (at >= 0 && values.length < MAX_VALUES) {
    const read = readLiteral(text, at, { looseQuotes: true });
    if (read === null) break;
    values.push(read.value);
    at = nextStart(text, read.end);
  }
  return values;
}

function nextStart(text: string, from: number): number {
  const offset = text.slice(from).search(/[{[]/);
  return offset < 0 ? -1 : from + offset;
}
