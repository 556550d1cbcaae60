import { putResumeSchema } from '@coverwright/contracts';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { usePutResume } from '../api/put-resume.ts';
import { ResumeImport } from './resume-import.tsx';

/** The ways to a first base resume. */
export function ResumeStart({ sample }: { sample: string }) {
  const save = usePutResume();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const valid = putResumeSchema.safeParse({ content: text }).success;
    setMissing(!valid);
    if (valid && !save.isPending) save.mutate({ content: text });
  };

  return (
    <div className="space-y-5">
      <p className="max-w-prose text-ink-soft">
        Every letter is written from your base resume and nothing else about you. Choose a file, paste it as plain text or markdown, or look
        around with a sample.
      </p>
      <ResumeImport />
      <form onSubmit={submit} noValidate className="space-y-3">
        <Field label="Base resume" value={text} onValue={setText} rows={8} problem={missing ? 'Paste your resume first.' : undefined} />
        <ProblemNotice error={save.error} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="primary" inactive={save.isPending}>
            Save resume
          </Button>
          <Button inactive={save.isPending} onClick={() => save.mutate({ content: sample })}>
            Use the sample resume
          </Button>
        </div>
      </form>
    </div>
  );
}
