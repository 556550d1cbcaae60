import { putVoiceSchema, type Voice } from '@coverwright/contracts';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { Loading } from '../../../components/loading.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { usePutVoice, useVoice } from '../api/voice.ts';

function PastLettersForm({ voice }: { voice: Voice }) {
  const save = usePutVoice();
  const [text, setText] = useState(voice.content);
  const fits = putVoiceSchema.safeParse({ content: text }).success;
  const unchanged = text === voice.content;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fits && !unchanged && !save.isPending) save.mutate({ content: text });
  };

  return (
    <form onSubmit={submit} className="space-y-3">
      <Field
        label="Letters you wrote before"
        value={text}
        onValue={setText}
        rows={10}
        problem={fits ? undefined : 'That is too long: a few letters are enough.'}
        help="One or more letters, one below the other. They teach how you write, and are used for style only: nothing in them counts as true unless your resume says it too."
      />
      <ProblemNotice error={save.error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" inactive={!fits || unchanged || save.isPending}>
          Save past letters
        </Button>
        <span role="status" className="text-sm text-ink-soft">
          {save.isSuccess && unchanged && (text === '' ? 'Forgotten.' : 'Saved.')}
        </span>
      </div>
    </form>
  );
}

export function PastLetters() {
  const voice = useVoice();
  if (voice.data) return <PastLettersForm voice={voice.data} />;
  if (voice.isPending) return <Loading what="Loading past letters" />;
  return (
    <ProblemNotice error={voice.error}>
      <Button onClick={() => void voice.refetch()}>Try again</Button>
    </ProblemNotice>
  );
}
