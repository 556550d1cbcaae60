import type { Document, Message } from '@coverwright/contracts';
import { useRef } from 'react';
import { Button } from '../../../components/button.tsx';
import { Panel } from '../../../components/panel.tsx';
import { groupReplies, newestReply } from '../group-replies.ts';
import { ChatForm } from './chat-form.tsx';
import { ChatTurn } from './chat-turn.tsx';
import { SpokenReply } from './spoken-reply.tsx';
import { Suggestions } from './suggestions.tsx';
import { useFollowEnd } from './use-follow-end.ts';

interface ChatPanelProps {
  applicationId: string;
  messages: Message[];
  documents: Document[];
}

/** What a chat that has not begun offers: the whole job, or what can be done with the letter that is there. */
const beginnings = {
  withoutLetter: ['Research this company and then draft a cover letter', 'What can you do?'],
  withLetter: ['Make it shorter', 'What did you find?', 'What can you do?'],
};

export function ChatPanel({ applicationId, messages, documents }: ChatPanelProps) {
  const { box, onScroll, isAway, toEnd } = useFollowEnd<HTMLDivElement>(messages);
  const field = useRef<HTMLTextAreaElement>(null);
  const newest = newestReply(messages);
  return (
    <Panel title="Chat">
      {messages.length === 0 ? (
        <p className="mb-4 text-ink-soft">
          Ask about the company, or for another version: “make it shorter”, “stress the part about testing”.
        </p>
      ) : (
        <div className="relative mb-4">
          <div
            ref={box}
            role="log"
            aria-label="Conversation"
            aria-live="off"
            tabIndex={0}
            onScroll={onScroll}
            className="max-h-[28rem] space-y-4 lg:max-h-[max(20rem,calc(100dvh-36rem))] overflow-y-auto pr-1"
          >
            {groupReplies(messages).map(({ key, versions }) => (
              <ChatTurn key={key} versions={versions} documents={documents} />
            ))}
          </div>
          {isAway && (
            <Button className="absolute bottom-2 left-1/2 min-h-8 -translate-x-1/2 px-3 py-1 shadow" onClick={toEnd}>
              To the latest
            </Button>
          )}
        </div>
      )}
      <SpokenReply newest={newest} />
      <Suggestions
        onSent={() => field.current?.focus()}
        applicationId={applicationId}
        texts={messages.length === 0 ? beginnings[documents.length > 0 ? 'withLetter' : 'withoutLetter'] : (newest?.suggestions ?? [])}
      />
      <ChatForm applicationId={applicationId} fieldRef={field} />
    </Panel>
  );
}
