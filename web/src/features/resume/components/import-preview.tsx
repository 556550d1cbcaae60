import { putResumeSchema, type RecognisedResume, type ResumePreview } from '@coverwright/contracts';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { usePutResume } from '../api/put-resume.ts';
import { describeFormat, describeRecognised } from '../describe-recognised.ts';

function Recognised({ recognised }: { recognised: RecognisedResume }) {
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
      <dt className="text-ink-soft">Name</dt>
      <dd>{recognised.name ?? 'not found'}</dd>
      <dt className="text-ink-soft">Positions</dt>
      <dd>
        {recognised.roles.length === 0 && 'none found'}
        <ul>
          {recognised.roles.map(({ title, employer, period }, index) => (
            <li key={index}>{[title, employer, period ?? 'no dates'].filter(Boolean).join(', ')}</li>
          ))}
        </ul>
      </dd>
      <dt className="text-ink-soft">Education</dt>
      <dd>{recognised.education.join('; ') || 'none found'}</dd>
      <dt className="text-ink-soft">Skills</dt>
      <dd>{recognised.skills.join(', ') || 'none found'}</dd>
    </dl>
  );
}

interface ImportPreviewProps {
  preview: ResumePreview;
  onDone: () => void;
}

/** What came out of a file, to look through and correct before it becomes the base resume. */
export function ImportPreview({ preview, onDone }: ImportPreviewProps) {
  const save = usePutResume();
  const [text, setText] = useState(preview.content);
  const heading = useRef<HTMLHeadingElement>(null);
  const valid = putResumeSchema.safeParse({ content: text }).success;
  useEffect(() => heading.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (valid && !save.isPending) save.mutate({ content: text }, { onSuccess: onDone });
  };

  return (
    <form onSubmit={submit} noValidate className="space-y-4 rounded-md border border-line bg-sunken p-4">
      <h3 ref={heading} tabIndex={-1} className="font-medium outline-none">
        Not saved yet: read from {describeFormat(preview.format)}, with {describeRecognised(preview.recognised)}
      </h3>
      {preview.warnings.length > 0 && (
        <ul aria-label="To look at" className="list-disc space-y-1 rounded-md bg-warn-soft py-2 pr-3 pl-7 text-sm text-warn">
          {preview.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <Recognised recognised={preview.recognised} />
      <Field label="Text to be saved" value={text} onValue={setText} rows={14} help="Correct here what was read wrongly." />
      <ProblemNotice error={save.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" inactive={!valid || save.isPending}>
          Save as base resume
        </Button>
        <Button look="quiet" onClick={onDone}>
          Discard
        </Button>
      </div>
    </form>
  );
}
