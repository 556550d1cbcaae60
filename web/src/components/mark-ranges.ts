import type { Element, ElementContent, Root, Text } from 'hast';

/** A piece of the markdown, by offsets into it. */
export interface MarkedRange {
  key: string;
  start: number;
  end: number;
}

/**
 * A rehype plugin: puts the text of each range into spans that carry its key as `data-range`; the first one of a range also carries
 * `data-first`. Text inside links stays as it is: what can be pressed must not lie in what can be pressed.
 */
export function markRanges(ranges: MarkedRange[]): (tree: Root) => void {
  return (tree) => {
    const begun = new Set<string>();
    const wrap = (key: string, value: string): Element => {
      const properties = { 'data-range': key, ...(begun.has(key) ? {} : { 'data-first': '' }) };
      begun.add(key);
      return { type: 'element', tagName: 'span', properties, children: [{ type: 'text', value }] };
    };
    const visit = (parent: Root | Element) => {
      parent.children = parent.children.flatMap((child): ElementContent[] => {
        if (child.type === 'text')
          return splitText(child, ranges).map(({ key, value }) => (key === null ? { type: 'text', value } : wrap(key, value)));
        if (child.type === 'element' && child.tagName !== 'a') visit(child);
        return child.type === 'doctype' ? [] : [child];
      });
    };
    visit(tree);
  };
}

interface Piece {
  key: string | null;
  value: string;
}

function splitText(node: Text, ranges: MarkedRange[]): Piece[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  // Where the text differs from its source (an escaped character, an indented line), offsets say nothing.
  if (start === undefined || end === undefined || end - start !== node.value.length) return [{ key: null, value: node.value }];
  const pieces: Piece[] = [];
  let at = start;
  const take = (until: number, key: string | null) => {
    if (until > at) pieces.push({ key, value: node.value.slice(at - start, until - start) });
    at = Math.max(at, until);
  };
  for (const range of ranges) {
    if (range.end <= start || range.start >= end) continue;
    take(Math.max(start, range.start), null);
    take(Math.min(end, range.end), range.key);
  }
  take(end, null);
  return pieces;
}
