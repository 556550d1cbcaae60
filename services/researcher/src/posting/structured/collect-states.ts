import type { CheerioAPI } from 'cheerio';
import { isTag, type AnyNode } from 'domhandler';
import { readLiteral, type ReadRules } from './lenient-json.ts';

/** Names of members that job data has and other data rarely has. A script without any of them is not read further. */
const JOB_HINT =
  /(?:["'\s{,\\](?:(?:job|position|posting|vacancy)[_-]?(?:title|name|description|location|type|posting|details?|opening)|requisition[_-]?(?:id|number)|employment[_-]?type|type[_-]?of[_-]?employment|workplace[_-]?type|work[_-]?type|contract[_-]?type|commitment|apply[_-]?url|application[_-]?url|hiring[_-]?organization|hosted[_-]?url|is[_-]?remote|remote[_-]?status|salary[_-]?range|jobPost|descriptionPlain)|@type\\*["']?\s*:\s*\\*["']JobPosting)\\*["']?\s*[:,}]/i;
/** What starts a value inside a script: an assignment, an argument, or a value that is returned. */
const START = /(?:=|\(|\breturn\b|,)\s*(?=[{["'`])/g;
const NUXT_CALL = /\(function\s*\(([\w$,\s]*)\)\s*\{\s*return\s*(?=\{)/;
const HIDDEN_TEXTS = new Set(['code', 'textarea']);
const MIN_STRING = 100;
const MAX_VALUES = 200;
/** Characters read over all attempts, as a multiple of what there is. */
const EFFORT = 6;

/** The data that a page's own scripts start from: whole scripts of JSON, values in scripts, JSON in attributes and in hidden text. */
export function collectStates($: CheerioAPI): unknown[] {
  const values: unknown[] = [];
  const streamed: string[] = [];
  for (const text of hintedTexts($)) {
    if (/^\s*[{[]/.test(text)) values.push(readStrictOrLiteral(text.trim()));
    else {
      const found = readScript(text);
      values.push(...found);
      if (text.includes('__next_f')) streamed.push(...found.flatMap(streamedText));
    }
  }
  // Next.js sends its data in pieces that break anywhere; only together they are rows.
  if (streamed.length > 0) values.push(...readRows(streamed.join('')));
  return values
    .filter((value) => typeof value === 'object' && value !== null)
    .slice(0, MAX_VALUES)
    .map(hydrate);
}

/** Scripts, attributes that hold JSON, and hidden texts, as far as they speak of a job. One walk: it is made over every page. */
function hintedTexts($: CheerioAPI): string[] {
  const texts: string[] = [];
  const take = (text: string) => {
    // A piece of a stream may hold the half of a job without a word that tells.
    if ((text.length >= MIN_STRING && JOB_HINT.test(text)) || text.includes('__next_f.push')) texts.push(text);
  };
  const visit = (nodes: readonly AnyNode[]): void => {
    for (const node of nodes) {
      if (!isTag(node)) continue;
      const { name, attribs } = node;
      const isData = name === 'script' && attribs['src'] === undefined && !/ld\+json/i.test(attribs['type'] ?? '');
      if (isData || HIDDEN_TEXTS.has(name)) take($(node).text());
      for (const value of Object.values(attribs)) if (value.length >= MIN_STRING && /^\s*[{[]/.test(value)) take(value);
      visit(node.children);
    }
  };
  visit($.root().contents().toArray());
  return texts;
}

/** Every value found in the text of a script. */
export function readScript(text: string): unknown[] {
  const whole = text.trim();
  if (/^[{[]/.test(whole)) {
    const read = readStrictOrLiteral(whole);
    if (read !== undefined) return [read];
  }
  const called = readNuxtCall(text);
  if (called !== undefined) return [called];
  const values: unknown[] = [];
  let effort = text.length * EFFORT;
  START.lastIndex = 0;
  for (let match = START.exec(text); match !== null && values.length < MAX_VALUES && effort > 0; match = START.exec(text)) {
    const at = START.lastIndex;
    const read = readLiteral(text, at);
    effort -= (read?.end ?? Math.min(text.length, at + 1000)) - at;
    if (read === null) continue;
    const value = unpack(read.value);
    if (typeof value === 'object' && value !== null) values.push(value);
    START.lastIndex = Math.max(read.end, at + 1);
  }
  return values;
}

/** JSON that travels as a string: `JSON.parse("…")`, an escaped attribute, a URL-encoded state. */
function unpack(value: unknown): unknown {
  if (typeof value !== 'string' || value.length < MIN_STRING) return value;
  const text = /^\s*%7B|^\s*%5B/i.test(value) ? decodePercent(value) : value;
  return /^\s*[{[]/.test(text) ? readStrictOrLiteral(text.trim()) : value;
}

function readStrictOrLiteral(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const read = readLiteral(text, 0);
    return read === null || typeof read.value !== 'object' ? undefined : read.value;
  }
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** Nuxt 2 names repeated values once, as the parameters of a function: `(function(a,b){return {…}}("x",2))`. */
function readNuxtCall(text: string): unknown {
  const head = NUXT_CALL.exec(text);
  if (head === null) return undefined;
  const at = head.index + head[0].length;
  const body = readLiteral(text, at);
  if (body === null) return undefined;
  const open = text.indexOf('(', body.end);
  if (open < 0 || !/^[\s})]*$/.test(text.slice(body.end, open))) return undefined;
  const given = readLiteral(`[${text.slice(open + 1).replace(/\)\s*\)?\s*;?\s*$/, '')}]`, 0)?.value;
  const names = (head[1] ?? '').split(',').map((name) => name.trim());
  const rules: ReadRules = { names: new Map(names.map((name, index) => [name, (given as unknown[] | undefined)?.[index]])) };
  return readLiteral(text, at, rules)?.value;
}

function streamedText(value: unknown): string[] {
  return Array.isArray(value) && typeof value[1] === 'string' ? [value[1]] : [];
}

/** Rows of a React server stream: `1a:[…]`. */
function readRows(text: string): unknown[] {
  const values: unknown[] = [];
  for (const row of text.split(/\n(?=[0-9a-f]+:)/)) {
    const start = /^[0-9a-f]+:[A-Z]*(?=[{[])/.exec(row);
    const value = start === null || !JOB_HINT.test(row) ? undefined : readStrictOrLiteral(row.slice(start[0].length).trim());
    if (value !== undefined) values.push(value);
  }
  return values;
}

/** Nuxt 3 and Remix flatten their data into one list in which a number stands for the entry at that place. */
function hydrate(value: unknown): unknown {
  if (!Array.isArray(value) || value.length < 3) return value;
  const flat: unknown[] = value;
  const [root] = flat;
  const references: unknown[] = Array.isArray(root) ? root.slice(1) : typeof root === 'object' && root !== null ? Object.values(root) : [];
  if (references.length === 0 || !references.every((entry) => Number.isInteger(entry))) return value;
  // A plain list of records with numbers in them holds no texts of its own.
  if (!flat.some((entry) => typeof entry === 'string')) return value;
  const known = new Map<number, unknown>();
  return resolve(0, flat, known, 0);
}

function resolve(index: number, flat: unknown[], known: Map<number, unknown>, depth: number): unknown {
  if (known.has(index)) return known.get(index);
  const entry = flat[index];
  if (typeof entry !== 'object' || entry === null || depth > 60) return entry;
  const next = (reference: unknown): unknown => {
    // Wrappers such as ["Reactive", 5] name themselves.
    if (typeof reference !== 'number' || reference < 0) return undefined;
    return resolve(reference, flat, known, depth + 1);
  };
  if (Array.isArray(entry)) {
    if (typeof entry[0] === 'string') return next(entry[1]);
    const list: unknown[] = [];
    known.set(index, list);
    for (const reference of entry as unknown[]) list.push(next(reference));
    return list;
  }
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  known.set(index, object);
  for (const [key, reference] of Object.entries(entry)) {
    // Remix writes keys as references too: {"_5": 6}.
    const name = /^_\d+$/.test(key) ? flat[Number(key.slice(1))] : key;
    object[typeof name === 'string' ? name : key] = next(reference);
  }
  return object;
}
