import type { Document, Message } from '@coverwright/contracts';
import { memo, useState, type MouseEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useRegenerateReply } from '../api/regenerate-reply.ts';
import { useStopReply } from '../api/stop-reply.ts';
import { ChatMessage } from './chat-message.tsx';
import { VersionSwitch } from './version-switch.tsx';

interface ChatTurnProps {
  versions: Message[];
  documents: Document[];
}

/** While a reply is written, only its own turn is drawn anew, however long the conversation is. */
const isSame = (before: ChatTurnProps, now: ChatTurnProps): boolean =>
  before.documents === now.documents &&
  before.versions.length === now.versions.length &&
  before.versions.every((message, index) => message === now.versions[index]);

/** A message, or one of the replies to a question with the way to the others. */
export const ChatTurn = memo(function ChatTurn({ versions, documents }: ChatTurnProps) {
  // Null: the newest, also when another one comes.
  const [chosen, setChosen] = useState<string | null>(null);
  const message = versions.find(({ id }) => id === chosen) ?? versions.at(-1);
  if (message === undefined) return null;
  const index = versions.indexOf(message);
  return (
    <ChatMessage message={message} documents={documents}>
      {message.role === 'assistant' && (
        <div className="mt-1 -ml-2 flex flex-wrap items-center gap-1">
          <ReplyActions message={message} onAgain={() => setChosen(null)} />
          {versions.length > 1 && (
            <VersionSwitch index={index} count={versions.length} onChoose={(next) => setChosen(versions[next]?.id ?? null)} />
          )}
        </div>
      )}
    </ChatMessage>
  );
}, isSame);

function ReplyActions({ message, onAgain }: { message: Message; onAgain: () => void }) {
  const stop = useStopReply(message.application_id);
  const regenerate = useRegenerateReply(message.application_id);
  const streaming = message.status === 'streaming';
  // One button, so that the focus stays when its meaning changes; the second click of a double one is not meant for the new meaning.
  const act = (event: MouseEvent) => {
    if (streaming) stop.mutate(message.id);
    else if (event.detail < 2) regenerate.mutate(message.id, { onSuccess: onAgain });
  };
  return (
    <>
      {(streaming || typeof message.reply_to === 'string') && (
        <Button look="quiet" className="min-h-8 px-2 py-1 text-xs!" inactive={stop.isPending || regenerate.isPending} onClick={act}>
          {streaming ? 'Stop' : 'Another reply'}
        </Button>
      )}
      <ProblemNotice error={stop.error ?? regenerate.error} />
    </>
  );
}
