import { Button } from '../../../components/button.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useSendMessage } from '../api/send-message.ts';

interface SuggestionsProps {
  applicationId: string;
  texts: string[];
  /** The tapped one goes away: where the focus goes on. */
  onSent: () => void;
}

/** What can be said next, sent with one tap. Nothing here is done before it is tapped. */
export function Suggestions({ applicationId, texts, onSent }: SuggestionsProps) {
  const send = useSendMessage(applicationId);
  if (texts.length === 0) return null;
  return (
    <div role="group" aria-label="Suggestions" className="mb-4 flex flex-wrap gap-2">
      {texts.map((text) => (
        <Button
          key={text}
          className="min-h-8 max-w-full rounded-full px-3 py-1 text-left break-words"
          inactive={send.isPending}
          onClick={() => send.mutate({ content: text }, { onSuccess: onSent })}
        >
          {text}
        </Button>
      ))}
      <ProblemNotice error={send.error} />
    </div>
  );
}
