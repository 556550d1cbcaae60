import { describe, expect, it } from '@jest/globals';
import type { Block, Inline } from './nodes.ts';
import { parseMarkdown } from './parse-markdown.ts';

/** The tree as a line: `p(text em(text))`. */
function show(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'paragraph':
          return `p(${spans(block.children)})`;
        case 'heading':
          return `h${block.level}(${spans(block.children)})`;
        case 'quote':
          return `quote(${show(block.children)})`;
        case 'code':
          return `pre(${block.value})`;
        case 'rule':
          return 'hr';
        case 'list':
          return `${block.start === null ? 'ul' : `ol${block.start}`}(${block.items.map((item) => `li(${show(item)})`).join('')})`;
      }
    })
    .join('');
}

const spans = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => {
      if (node.kind === 'text') return node.value;
      if (node.kind === 'code') return `code(${node.value})`;
      return `${node.kind === 'link' ? `a[${node.href}]` : node.kind}(${spans(node.children)})`;
    })
    .join('');

const read = (text: string) => show(parseMarkdown(text));

const textsOf = (nodes: readonly Inline[]): { value: string; at: number | null }[] =>
  nodes.flatMap((node) => (node.kind === 'text' || node.kind === 'code' ? [node] : textsOf(node.children)));
const allTexts = (blocks: readonly Block[]): { value: string; at: number | null }[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return textsOf(block.children);
    if (block.kind === 'quote') return allTexts(block.children);
    return block.kind === 'list' ? block.items.flatMap(allTexts) : [];
  });

describe('parseMarkdown', () => {
  it.each([
    ['Dear team,\n\nKind regards,\nNora', 'p(Dear team,)p(Kind regards,\nNora)'],
    ['# One\n## Two ##\ntext\nThree\n---\n***', 'h1(One)h2(Two)h2(text\nThree)hr'],
    ['- a\n- b\n  more\n\n3. c\n4. d', 'ul(li(p(a))li(p(b\nmore)))ol3(li(p(c))li(p(d)))'],
    ['- a\n  - b\n    - c\n- d', 'ul(li(p(a)ul(li(p(b)ul(li(p(c))))))li(p(d)))'],
    ['- a\n\n- b\n\n  second', 'ul(li(p(a))li(p(b)p(second)))'],
    ['> said\n> more\nlazy\n\nafter', 'quote(p(said\nmore\nlazy))p(after)'],
    ['```ts\na *b*\n```\n    code', 'pre(a *b*)pre(code)'],
    ['I worked there until\n2019. It was good.', 'p(I worked there until\n2019. It was good.)'],
    ['text\n- item', 'p(text)ul(li(p(item)))'],
  ])('reads the blocks of %j', (text, tree) => {
    expect(read(text)).toBe(tree);
  });

  it.each([
    ['a **b** *c* __d__ _e_ ***f***', 'p(a strong(b) em(c) strong(d) em(e) em(strong(f)))'],
    ['**a *b* c** 2*3*4 snake_case_name', 'p(strong(a em(b) c) 2em(3)4 snake_case_name)'],
    ['5 * 3 * 2, **open, a*', 'p(5 * 3 * 2, *em(open, a))'],
    ['`a *b*` ``c ` d`` `open', 'p(code(a *b*) code(c ` d) `open)'],
    ['[a *b*](https://x.org/p_(1) "t") ![pic](y.png) [c]', 'p(a[https://x.org/p_(1)](a em(b)) pic [c])'],
    ['<https://x.org> <b>bold</b>', 'p(a[https://x.org](https://x.org) <b>bold</b>)'],
    ['\\*a\\* R&amp;D &copy; &#8211; AT&T', 'p(*a* R&D &copy; – AT&T)'],
  ])('reads what stands in the lines of %j', (text, tree) => {
    expect(read(text)).toBe(tree);
  });

  it('knows of every text where it stands in the source', () => {
    const source = '# A *b* `c`\r\n\r\n> - d **e**\n>   f \\_ &amp; [g](h)\n\n  i\n  j\n';
    const texts = allTexts(parseMarkdown(source));
    expect(texts.length).toBeGreaterThan(10);
    for (const { value, at } of texts) if (at !== null) expect(source.slice(at, at + value.length)).toBe(value);
  });

  it('never fails and never hangs', () => {
    for (const part of ['*', '_a', '`', '[', '](', '> ', '- ', '1. ', '\\', '<', '&', '#', '**a ', '\t', '[a](', '![']) {
      for (const text of [part, part.repeat(400), `${part}\n`.repeat(400)]) expect(() => parseMarkdown(text)).not.toThrow();
    }
  });
});
