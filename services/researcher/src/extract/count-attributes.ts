const MAX_ATTRIBUTES = 256;
/** Steps that reading and comparing may take in all; a real page of 5 MB stays far below. */
const MAX_COST = 100_000_000;
const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
const RAW_START = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/;

/**
 * Does any tag carry so many attributes that the parser, which compares each with all before it, would hang? Everything that could be
 * a tag is counted, wherever it stands: what is a comment, a script or a quoted
 * value to us may be markup to the parser. There a `<` is mostly no tag
 * at all, so only the cost of the whole page counts.
 */
export function hasTooManyAttributes(html: string): boolean {
  let rawUntil = 0;
  let cost = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const isRaw = at < rawUntil;
    if (!isRaw && html.startsWith('<!--', at)) rawUntil = endOf(html, '-->', at);
    const tag = readTag(html, at + 1);
    if (tag === null) continue;
    cost += tag.end - at + tag.attributes ** 2;
    if (cost > MAX_COST || (!isRaw && tag.attributes > MAX_ATTRIBUTES)) return true;
    if (!isRaw) rawUntil = RAW_START.test(tag.name) ? endOf(html, `</${tag.name}`, tag.end) : tag.end;
  }
  return false;
}

function endOf(html: string, closing: string, from: number): number {
  const found = html.indexOf(closing, from);
  return found < 0 ? html.length : found;
}

function readTag(html: string, start: number): { name: string; attributes: number; end: number } | null {
  const first = html.charCodeAt(start) | 32;
  if (first < 97 || first > 122) return null;
  let index = start;
  while (index < html.length && !isBreak(html.charCodeAt(index))) index += 1;
  const name = html.slice(start, Math.min(index, start + 20)).toLowerCase();
  let attributes = 0;
  let inside = false;
  for (; index < html.length && html.charCodeAt(index) !== GREATER; index += 1) {
    const code = html.charCodeAt(index);
    if (code === EQUALS && inside) {
      index = endOfValue(html, index + 1);
      inside = false;
    } else if (isBreak(code)) {
      inside = false;
    } else if (!inside) {
      inside = true;
      attributes += 1;
    }
  }
  return { name, attributes, end: index };
}

/** Index of the last character of an attribute's value that starts at `from`. */
function endOfValue(html: string, from: number): number {
  let index = from;
  while (index < html.length && isSpace(html.charCodeAt(index))) index += 1;
  const quote = html[index];
  if (quote === '"' || quote === "'") return endOf(html, quote, index + 1);
  while (index < html.length && html.charCodeAt(index) !== GREATER && !isSpace(html.charCodeAt(index))) index += 1;
  return index - 1;
}

function isBreak(code: number): boolean {
  return code === GREATER || code === SLASH || isSpace(code);
}

/** What parts attributes: tab, line feed, form feed, carriage return and space. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
