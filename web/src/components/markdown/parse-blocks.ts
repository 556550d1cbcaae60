import type { Block, Line } from './nodes.ts';
import { parseInline } from './parse-inline.ts';

const fence = /^ {0,3}(`{3,}|~{3,})[^`]*$/;
const heading = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;
const rule = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const quote = /^ {0,3}> ?/;
const item = /^( {0,3})([-*+]|\d{1,9}[.)])(?:( {1,4})(?=\S)|[ \t]*$| )/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
const indented = /^(?: {4}|\t)/;
/** Deeper than any text of a person goes; what lies deeper is read as plain paragraphs. */
const deepest = 12;

const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === '';
const cut = ({ text, at }: Line, count: number): Line => ({ text: text.slice(count), at: at + count });
const indentOf = ({ text }: Line): number => text.length - text.trimStart().length;

/** Whether a line ends the paragraph before it. A number that is not 1 does not: it may be a year at the start of a line. */
function interrupts({ text }: Line): boolean {
  const marker = item.exec(text);
  const isList = marker !== null && text.trim() !== marker[2] && (/^[-*+]$/.test(marker[2] ?? '') || /^1[.)]$/.test(marker[2] ?? ''));
  return isList || heading.test(text) || fence.test(text) || rule.test(text) || quote.test(text);
}

type Read = { block: Block; next: number };

function readFence(lines: Line[], from: number, mark: string): Read {
  const body: string[] = [];
  let next = from + 1;
  const end = new RegExp(`^ {0,3}${mark[0]}{${mark.length},}[ \\t]*$`);
  for (; next < lines.length && !end.test(lines[next]?.text ?? ''); next += 1) body.push(lines[next]?.text ?? '');
  return { block: { kind: 'code', value: body.join('\n') }, next: next + 1 };
}

function readQuote(lines: Line[], from: number, depth: number): Read {
  const inner: Line[] = [];
  let next = from;
  for (; next < lines.length; next += 1) {
    const line = lines[next] as Line;
    const mark = quote.exec(line.text)?.[0];
    // A line that goes on with the quoted paragraph need not carry the mark.
    if (mark === undefined && (isBlank(line) || isBlank(inner.at(-1)) || interrupts(line))) break;
    inner.push(cut(line, mark?.length ?? 0));
  }
  return { block: { kind: 'quote', children: parseBlocks(inner, depth + 1) }, next };
}

function readList(lines: Line[], from: number, depth: number): Read {
  const kindOf = (marker: string) => marker.slice(-1);
  const first = item.exec(lines[from]?.text ?? '')?.[2] ?? '-';
  const items: Block[][] = [];
  let next = from;
  while (next < lines.length) {
    const line = lines[next] as Line;
    const marker = rule.test(line.text) ? null : item.exec(line.text);
    if (marker === null || kindOf(marker[2] ?? '') !== kindOf(first)) break;
    const width = (marker[1] ?? '').length + (marker[2] ?? '').length + (marker[3]?.length ?? 1);
    const inner = [cut(line, Math.min(width, line.text.length))];
    next += 1;
    for (; next < lines.length; next += 1) {
      const more = lines[next] as Line;
      if (isBlank(more)) {
        // Blank lines belong to the item only when it goes on after them.
        const after = lines.slice(next).find((each) => !isBlank(each));
        if (after === undefined || indentOf(after) < width) break;
        inner.push(cut(more, more.text.length));
      } else if (indentOf(more) >= width) inner.push(cut(more, width));
      else if (isBlank(inner.at(-1)) || interrupts(more) || item.test(more.text)) break;
      else inner.push(cut(more, indentOf(more)));
    }
    items.push(parseBlocks(inner, depth + 1));
    // Between two items there may be blank lines.
    const ahead = lines.slice(next).findIndex((each) => !isBlank(each));
    if (ahead > 0 && item.test(lines[next + ahead]?.text ?? '')) next += ahead;
  }
  return { block: { kind: 'list', start: /\d/.test(first) ? Number.parseInt(first, 10) : null, items }, next };
}

function readParagraph(lines: Line[], from: number): Read {
  const inner: Line[] = [];
  let next = from;
  for (; next < lines.length; next += 1) {
    const line = lines[next] as Line;
    const under = inner.length > 0 ? underline.exec(line.text)?.[1] : undefined;
    if (under !== undefined)
      return { block: { kind: 'heading', level: under.startsWith('=') ? 1 : 2, children: parseInline(inner) }, next: next + 1 };
    if (isBlank(line) || (inner.length > 0 && interrupts(line))) break;
    inner.push(cut(line, indentOf(line)));
  }
  return { block: { kind: 'paragraph', children: parseInline(inner) }, next };
}

function readIndented(lines: Line[], from: number): Read {
  let next = from;
  while (next < lines.length && indented.test(lines[next]?.text ?? '')) next += 1;
  const value = lines.slice(from, next).map(({ text }) => text.replace(indented, ''));
  return { block: { kind: 'code', value: value.join('\n') }, next };
}

function readHeading(line: Line, mark: RegExpExecArray, next: number): Read {
  const text = cut(line, mark[0].length);
  const content = { ...text, text: text.text.replace(/(?:^|[ \t]+)#+[ \t]*$/, '').trimEnd() };
  return { block: { kind: 'heading', level: (mark[1] ?? '').length, children: parseInline([content]) }, next };
}

function readBlock(lines: Line[], from: number, depth: number): Read {
  const line = lines[from] as Line;
  const { text } = line;
  if (indented.test(text)) return readIndented(lines, from);
  const fenced = fence.exec(text);
  if (fenced) return readFence(lines, from, fenced[1] ?? '```');
  const headed = heading.exec(text);
  if (headed) return readHeading(line, headed, from + 1);
  if (rule.test(text)) return { block: { kind: 'rule' }, next: from + 1 };
  if (depth < deepest && quote.test(text)) return readQuote(lines, from, depth);
  if (depth < deepest && item.test(text)) return readList(lines, from, depth);
  return readParagraph(lines, from);
}

export function parseBlocks(lines: Line[], depth = 0): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at += 1;
      continue;
    }
    const { block, next } = readBlock(lines, at, depth);
    blocks.push(block);
    at = Math.max(next, at + 1);
  }
  return blocks;
}
