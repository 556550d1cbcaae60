import { useMemo, type ComponentType, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import { ExternalLink } from './external-link.tsx';
import { markRanges, type MarkedRange } from './mark-ranges.ts';

// Pictures are never loaded: an address in a text must not make the browser call anyone.
const components: Components = {
  a: ({ href = '', children }) => <ExternalLink href={href}>{children}</ExternalLink>,
  img: ({ alt }) => <span>{alt}</span>,
};

export interface Marking {
  ranges: MarkedRange[];
  /** Draws a piece of a range. A range in several looks has several pieces. */
  Piece: ComponentType<{ rangeKey: string; isFirst: boolean; children?: ReactNode }>;
}

/** The caller keeps `marking` the same object while it is the same: pieces that are drawn anew lose the focus. */
export function MarkdownBody({ text, marking }: { text: string; marking?: Marking | undefined }) {
  const drawn = useMemo(() => (marking ? { ...components, span: spanOf(marking) } : components), [marking]);
  return (
    <ReactMarkdown rehypePlugins={marking ? [rehypeSanitize, [markRanges, marking.ranges]] : [rehypeSanitize]} components={drawn}>
      {text}
    </ReactMarkdown>
  );
}

function spanOf({ Piece }: Marking): NonNullable<Components['span']> {
  return function MarkedSpan({ node, children }) {
    const key = node?.properties['data-range'];
    if (typeof key !== 'string') return <span>{children}</span>;
    return (
      <Piece rangeKey={key} isFirst={node?.properties['data-first'] === ''}>
        {children}
      </Piece>
    );
  };
}
