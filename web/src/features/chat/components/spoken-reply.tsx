import type { Message } from '@coverwright/contracts';
import { useRef } from 'react';

const maxSpoken = 600;

/** Tells a screen reader once that a reply is being written, and once what it says: not every word of it. */
export function SpokenReply({ newest }: { newest: Message | undefined }) {
  // What was there when the page was opened is read by who reads the conversation.
  const first = useRef(newest?.id);
  const text =
    newest === undefined || newest.id === first.current
      ? ''
      : newest.status === 'streaming'
        ? 'A reply is being written.'
        : newest.content.slice(0, maxSpoken);
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}
