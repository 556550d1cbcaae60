import { pagePaths } from '@coverwright/contracts';
import { useState, type Dispatch, type FormEvent, type SetStateAction } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { ProblemError } from '../../../lib/problem-error.ts';
import { useCreateApplication } from '../api/create-application.ts';
import { problemsByField, readDraft, type ApplicationDraft, type DraftProblems } from '../new-application-draft.ts';
import { navigate } from '../../../lib/router/history.ts';

interface NewApplicationFormProps {
  draft: ApplicationDraft;
  setDraft: Dispatch<SetStateAction<ApplicationDraft>>;
  onClose: () => void;
}

export function NewApplicationForm({ draft, setDraft, onClose }: NewApplicationFormProps) {
  const create = useCreateApplication();
  const [problems, setProblems] = useState<DraftProblems>({});
  const bind = (key: keyof ApplicationDraft) => ({
    value: draft[key],
    onValue: (value: string) => setDraft((before) => ({ ...before, [key]: value })),
    problem: problems[key],
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (create.isPending) return;
    const form = event.currentTarget;
    const read = readDraft(draft);
    setProblems('problems' in read ? read.problems : {});
    if ('problems' in read) {
      // After the render that marks the fields.
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    create.mutate(read.body, {
      onSuccess: ({ id }) => navigate(pagePaths.application(id)),
      onError: (error) => setProblems(error instanceof ProblemError ? problemsByField(error.fields) : {}),
    });
  };

  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Company" {...bind('company_name')} inputProps={{ autoComplete: 'off', required: true }} />
        <Field label="Job title" {...bind('job_title')} inputProps={{ autoComplete: 'off', required: true }} />
        <Field label="Company website" {...bind('company_url')} inputProps={{ inputMode: 'url', placeholder: 'https://' }} />
        <Field label="Job posting link" {...bind('job_url')} inputProps={{ inputMode: 'url', placeholder: 'https://' }} />
      </div>
      <Field
        label="Job description"
        {...bind('job_description')}
        rows={7}
        help="Paste the text of the posting: the letter answers it point by point."
      />
      <ProblemNotice error={create.error} shownFields={problems} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" inactive={create.isPending}>
          Create application
        </Button>
        <Button look="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
    </form>
  );
}
