import { postMessageSchema } from '@coverwright/contracts';
import { useId, useState, type FormEvent, type KeyboardEvent, type RefObject } from 'react';
import { Button } from '../../../components/button.tsx';
import { fieldLook } from '../../../components/field.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useSendMessage } from '../api/send-message.ts';

interface ChatFormProps {
  applicationId: string;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
}

export function ChatForm({ applicationId, fieldRef }: ChatFormProps) {
  const send = useSendMessage(applicationId);
  const [text, setText] = useState('');
  const id = useId();

  const submit = () => {
    const parsed = postMessageSchema.safeParse({ content: text });
    if (!parsed.success || send.isPending) return;
    setText('');
    // What could not be sent comes back, unless the next message has been begun meanwhile.
    send.mutate(parsed.data, { onError: () => setText((now) => (now === '' ? text : now)) });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
      className="space-y-2"
    >
      <label htmlFor={id} className="block text-sm font-medium">
        Message
      </label>
      <textarea
        ref={fieldRef}
        id={id}
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className={fieldLook}
      />
      <ProblemNotice error={send.error} />
      <Button type="submit" look="primary" inactive={send.isPending}>
        Send
      </Button>
    </form>
  );
}
