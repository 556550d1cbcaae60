import { Fragment, memo, useMemo, type ComponentType, type ReactNode } from 'react';
import { ExternalLink } from './external-link.tsx';
import type { Block, Inline } from './markdown/nodes.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';
import { splitRanges, type MarkedRange } from './markdown/split-ranges.ts';

export interface Marking {
  ranges: MarkedRange[];
  /** Draws a piece of a range. A range in several looks has several pieces. */
  Piece: ComponentType<{ rangeKey: string; isFirst: boolean; children?: ReactNode }>;
}

interface MarkdownBodyProps {
  text: string;
  marking?: Marking | undefined;
}

/** Draws the tree of a text. Nothing of it is ever read as HTML, and no address in it makes the browser call anyone. */
class Drawing {
  readonly #marking: Marking | undefined;
  readonly #begun = new Set<string>();

  constructor(marking: Marking | undefined) {
    this.#marking = marking;
  }

  blocks(blocks: readonly Block[]): ReactNode[] {
    return blocks.map((block, index) => <Fragment key={index}>{this.#block(block)}</Fragment>);
  }

  #block(block: Block): ReactNode {
    switch (block.kind) {
      case 'paragraph':
        return <p>{this.#inline(block.children)}</p>;
      case 'heading':
        return this.#heading(block.level, this.#inline(block.children));
      case 'quote':
        return <blockquote>{this.blocks(block.children)}</blockquote>;
      case 'code':
        return <pre>{block.value}</pre>;
      case 'rule':
        return <hr />;
      case 'list': {
        const items = block.items.map((item, index) => <li key={index}>{this.#item(item)}</li>);
        return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
      }
    }
  }

  /** Headings of a text stand below those of the page. */
  #heading(level: number, children: ReactNode): ReactNode {
    if (level === 1) return <h3>{children}</h3>;
    return level === 2 ? <h4>{children}</h4> : <h5>{children}</h5>;
  }

  /** An item that begins with a paragraph is that text, without the space around paragraphs. */
  #item([first, ...others]: Block[]): ReactNode {
    if (first === undefined) return null;
    return (
      <>
        {first.kind === 'paragraph' ? this.#inline(first.children) : this.#block(first)}
        {this.blocks(others)}
      </>
    );
  }

  #inline(nodes: readonly Inline[], inLink = false): ReactNode[] {
    return nodes.map((node, index) => <Fragment key={index}>{this.#node(node, inLink)}</Fragment>);
  }

  #node(node: Inline, inLink: boolean): ReactNode {
    switch (node.kind) {
      // What can be pressed must not lie in what can be pressed.
      case 'text':
        return inLink ? node.value : this.#text(node.value, node.at);
      case 'code':
        return <code>{inLink ? node.value : this.#text(node.value, node.at)}</code>;
      case 'strong':
        return <strong>{this.#inline(node.children, inLink)}</strong>;
      case 'em':
        return <em>{this.#inline(node.children, inLink)}</em>;
      case 'link':
        return <ExternalLink href={node.href}>{this.#inline(node.children, true)}</ExternalLink>;
    }
  }

  #text(value: string, at: number | null): ReactNode {
    const marking = this.#marking;
    if (marking === undefined) return value;
    return splitRanges({ kind: 'text', value, at }, marking.ranges).map((piece, index) => {
      if (piece.key === null) return piece.value;
      const isFirst = !this.#begun.has(piece.key);
      this.#begun.add(piece.key);
      return (
        <marking.Piece key={index} rangeKey={piece.key} isFirst={isFirst}>
          {piece.value}
        </marking.Piece>
      );
    });
  }
}

/** The caller keeps `marking` the same object while it is the same: pieces that are drawn anew lose the focus. */
export const MarkdownBody = memo(function MarkdownBody({ text, marking }: MarkdownBodyProps) {
  return useMemo(() => new Drawing(marking).blocks(parseMarkdown(text)), [text, marking]);
});
