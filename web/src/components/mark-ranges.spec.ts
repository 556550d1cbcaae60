import { describe, expect, it } from '@jest/globals';
import type { Element, ElementContent, Root } from 'hast';
import { markRanges, type MarkedRange } from './mark-ranges.ts';

const position = (start: number, end: number) => ({
  start: { line: 1, column: 1, offset: start },
  end: { line: 1, column: 1, offset: end },
});
const text = (value: string, start: number, end = start + value.length) => ({
  type: 'text' as const,
  value,
  position: position(start, end),
});
const element = (tagName: string, ...children: ElementContent[]): Element => ({ type: 'element', tagName, properties: {}, children });
const show = (node: Root | ElementContent): string => {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inner = node.children.map((child) => show(child as ElementContent)).join('');
  if (node.type === 'root' || node.tagName !== 'span') return inner;
  return `[${node.properties['data-first'] === '' ? '!' : ''}${String(node.properties['data-range'])}:${inner}]`;
};
const mark = (ranges: MarkedRange[], ...children: ElementContent[]) => {
  const tree: Root = { type: 'root', children: [element('p', ...children)] };
  markRanges(ranges)(tree);
  return show(tree);
};

describe('markRanges', () => {
  it('marks each range in the text around it', () => {
    const ranges = [
      { key: 'a', start: 2, end: 4 },
      { key: 'b', start: 5, end: 8 },
    ];
    expect(mark(ranges, text('0123456789', 0))).toBe('01[!a:23]4[!b:567]89');
  });

  it('goes through what is bold, and marks the first piece', () => {
    // I **led** it.
    const strong = element('strong', text('led', 4));
    expect(mark([{ key: 'a', start: 0, end: 13 }], text('I ', 0), strong, text(' it.', 9))).toBe('[!a:I ][a:led][a: it.]');
  });

  it('leaves links and text that differs from its source', () => {
    const ranges = [{ key: 'a', start: 0, end: 30 }];
    expect(mark(ranges, element('a', text('link', 1)), text('R&D', 10, 17))).toBe('linkR&D');
  });
});
