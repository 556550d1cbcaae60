import { putResumeSchema, type Resume } from '@coverwright/contracts';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { formatDateTime } from '../../../lib/format-time.ts';
import { usePutResume } from '../api/put-resume.ts';

/** The base resume itself. */
export function ResumeEditor({ resume }: { resume: Resume & { content: string } }) {
  const save = usePutResume();
  const [text, setText] = useState(resume.content);
  const valid = putResumeSchema.safeParse({ content: text }).success;
  const unchanged = text === resume.content;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (valid && !unchanged && !save.isPending) save.mutate({ content: text });
  };

  return (
    <form onSubmit={submit} noValidate className="space-y-3">
      <Field
        label="Base resume"
        value={text}
        onValue={setText}
        rows={22}
        help={`Markdown, kept as ${resume.file_path} in the content folder. Letters that are written from now on go by it; those you have stay as they are.`}
      />
      <ProblemNotice error={save.error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" inactive={!valid || unchanged || save.isPending}>
          Save resume
        </Button>
        <span role="status" className="text-sm text-ink-soft">
          {unchanged && resume.updated_at !== null && `Saved ${formatDateTime(resume.updated_at)}.`}
        </span>
      </div>
    </form>
  );
}
