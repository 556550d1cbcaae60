import type { Message } from '@coverwright/contracts';
import { useRef } from 'react';

const maxSpoken = 600;
const links = /\[([^\]]*)\]\([^)\s]*\)/g;
const marks = /^\s*[-#>]+\s+|[*_`]+/gm;

/** A reply as it is heard: without the signs of its markup and the addresses behind its links. */
const spoken = (markdown: string): string => markdown.replace(links, '$1').replace(marks, '').slice(0, maxSpoken);

/** Tells a screen reader once that a reply is being written, and once what it says: not every word of it. */
export function SpokenReply({ newest }: { newest: Message | undefined }) {
  // What was there when the page was opened is read by who reads the conversation.
  const first = useRef(newest?.id);
  const text =
    newest === undefined || newest.id === first.current
      ? ''
      : newest.status === 'streaming'
        ? 'A reply is being written.'
        : spoken(newest.content);
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}
