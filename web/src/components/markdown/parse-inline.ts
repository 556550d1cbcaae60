import { pairEmphasis, type Piece } from './pair-emphasis.ts';
import type { Inline, Line } from './nodes.ts';

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const special = /[\\`*_[!<&\n]/g;
/** Links in links are no links; deeper brackets are text. */
const deepest = 6;

/** Text of some lines, as one string that knows where each of its characters stands in the source. */
class Source {
  readonly text: string;
  readonly #starts: { from: number; at: number }[] = [];

  constructor(lines: readonly Line[]) {
    let length = 0;
    for (const line of lines) {
      this.#starts.push({ from: length, at: line.at });
      length += line.text.length + 1;
    }
    this.text = lines.map(({ text }) => text).join('\n');
  }

  at(index: number): number {
    const line = this.#starts.findLast(({ from }) => from <= index);
    return line === undefined ? index : line.at + index - line.from;
  }
}

export const parseInline = (lines: readonly Line[]): Inline[] => {
  const source = new Source(lines);
  return readSpan(source, 0, source.text.length, 0);
};

function readSpan(source: Source, from: number, to: number, depth: number): Inline[] {
  const { text } = source;
  const pieces: Piece[] = [];
  let at = from;
  const addText = (until: number) => {
    if (until > at) pieces.push({ kind: 'text', value: text.slice(at, until), at: source.at(at) });
    at = until;
  };
  special.lastIndex = from;
  for (let found = special.exec(text); found !== null && found.index < to; found = special.exec(text)) {
    const index = found.index;
    const taken = readSpecial(source, index, to, depth);
    if (taken !== null) {
      addText(index);
      pieces.push(...taken.pieces);
      at = taken.next;
    }
    special.lastIndex = Math.max(at, index + 1);
  }
  addText(to);
  return pairEmphasis(pieces);
}

type Taken = { pieces: Piece[]; next: number };

/** What begins with a special character, or null when it is just that character. */
function readSpecial(source: Source, index: number, to: number, depth: number): Taken | null {
  const rest = source.text.slice(index, to);
  switch (rest[0]) {
    case '\n':
      // Each line is a piece of its own: what was cut off at its beginning is not in the text.
      return { pieces: [{ kind: 'text', value: '\n', at: source.at(index) }], next: index + 1 };
    case '\\':
      if (rest[1] === '\n') return { pieces: [], next: index + 1 };
      return /^\\[!-/:-@[-`{-~]/.test(rest)
        ? { pieces: [{ kind: 'text', value: rest[1] ?? '', at: source.at(index + 1) }], next: index + 2 }
        : null;
    case '`':
      return readCode(source, rest, index);
    case '&':
      return readEntity(rest, index);
    case '<':
      return readAutolink(source, rest, index);
    case '[':
    case '!':
      return readLink(source, rest, index, depth);
    default:
      return readDelimiter(source, rest, index);
  }
}

function readCode(source: Source, rest: string, index: number): Taken | null {
  const ticks = /^`+/.exec(rest)?.[0] ?? '`';
  const inner = new RegExp(`^${ticks}([^\`](?:[^]*?[^\`])?|[^\`])${ticks}(?!\`)`).exec(rest)?.[1];
  // The run as a whole is text when nothing ends it.
  if (inner === undefined) return { pieces: [{ kind: 'text', value: ticks, at: source.at(index) }], next: index + ticks.length };
  const padded = /^ [^]*\S[^]* $/.test(inner) ? 1 : 0;
  const value = inner.slice(padded, inner.length - padded);
  return { pieces: [{ kind: 'code', value, at: source.at(index + ticks.length + padded) }], next: index + 2 * ticks.length + inner.length };
}

function readEntity(rest: string, index: number): Taken | null {
  const [whole, name, decimal, hex] = /^&(?:([a-z]{2,8})|#(\d{1,7})|#x([\da-f]{1,6}));/i.exec(rest) ?? [];
  if (whole === undefined) return null;
  const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : null;
  const value =
    code === null
      ? named[name ?? '']
      : code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
        ? String.fromCodePoint(code)
        : '\ufffd';
  return value === undefined ? null : { pieces: [{ kind: 'text', value, at: null }], next: index + whole.length };
}

function readAutolink(source: Source, rest: string, index: number): Taken | null {
  const [whole, address] = /^<(https?:\/\/[^\s<>]+|mailto:[^\s<>]+)>/i.exec(rest) ?? [];
  if (whole === undefined || address === undefined) return null;
  const children: Inline[] = [{ kind: 'text', value: address, at: source.at(index + 1) }];
  return { pieces: [{ kind: 'link', href: address, children }], next: index + whole.length };
}

/** `[text](address "title")`; of a picture its description is left. */
function readLink(source: Source, rest: string, index: number, depth: number): Taken | null {
  const lead = rest.startsWith('![') ? 2 : rest.startsWith('[') ? 1 : 0;
  if (lead === 0 || depth >= deepest) return null;
  const close = findClose(rest, lead);
  if (close === -1) return null;
  const target = /^\(\s*(?:<([^<>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/.exec(rest.slice(close + 1));
  if (target === null) return null;
  const children = readSpan(source, index + lead, index + close, depth + 1);
  const next = index + close + 1 + target[0].length;
  return { pieces: lead === 2 ? children : [{ kind: 'link', href: target[1] ?? target[2] ?? '', children }], next };
}

function findClose(rest: string, from: number): number {
  let open = 1;
  for (let at = from; at < rest.length; at += 1) {
    if (rest[at] === '\\') at += 1;
    else if (rest[at] === '[') open += 1;
    else if (rest[at] === ']' && (open -= 1) === 0) return at;
  }
  return -1;
}

const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character);
const isMark = (character: string | undefined): boolean => character !== undefined && /[\p{P}\p{S}]/u.test(character);

/** A run of `*` or `_`: whether it can begin and end emphasis is a question of what stands beside it. */
function readDelimiter(source: Source, rest: string, index: number): Taken | null {
  const run = /^(?:\*+|_+)/.exec(rest)?.[0];
  if (run === undefined) return null;
  const before = index === 0 ? undefined : source.text[index - 1];
  const after = source.text[index + run.length];
  const left = !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before));
  const right = !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after));
  const isStar = run.startsWith('*');
  const opens = left && (isStar || !right || isMark(before));
  const closes = right && (isStar || !left || isMark(after));
  return {
    pieces: [{ kind: 'run', mark: run[0] ?? '*', count: run.length, opens, closes, at: source.at(index) }],
    next: index + run.length,
  };
}
