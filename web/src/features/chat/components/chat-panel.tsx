import type { Document, Message } from '@coverwright/contracts';
import { useEffect, useRef } from 'react';
import { Panel } from '../../../components/panel.tsx';
import { ChatForm } from './chat-form.tsx';
import { ChatMessage } from './chat-message.tsx';

interface ChatPanelProps {
  applicationId: string;
  messages: Message[];
  documents: Document[];
}

/** How near to its end (px) the list must be to follow what is added. */
const followWithin = 80;

export function ChatPanel({ applicationId, messages, documents }: ChatPanelProps) {
  const list = useRef<HTMLDivElement>(null);
  const follows = useRef(true);

  useEffect(() => {
    if (list.current && follows.current) list.current.scrollTop = list.current.scrollHeight;
  }, [messages]);

  return (
    <Panel title="Chat">
      {messages.length === 0 ? (
        <p className="mb-4 text-ink-soft">
          Ask about the company, or for another version: “make it shorter”, “stress the part about testing”.
        </p>
      ) : (
        <div
          ref={list}
          role="log"
          aria-label="Conversation"
          tabIndex={0}
          onScroll={({ currentTarget: box }) => {
            follows.current = box.scrollHeight - box.scrollTop - box.clientHeight < followWithin;
          }}
          className="mb-4 max-h-[28rem] space-y-4 overflow-y-auto pr-1"
        >
          {messages.map((message) => (
            <ChatMessage key={message.id} message={message} documents={documents} />
          ))}
        </div>
      )}
      <ChatForm applicationId={applicationId} />
    </Panel>
  );
}
