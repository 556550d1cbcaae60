import { pagePaths, type ImportAnswer, type PostingField } from '@coverwright/contracts';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { usePatchApplication } from '../api/patch-application.ts';
import { importedLabels, listFields, readChanges, toImportedDraft, type ImportedProblems } from '../imported-draft.ts';
import { navigate } from '../../../lib/router/history.ts';
import { Link } from '../../../lib/router/link.tsx';

/** What a posting’s page said, to be put right and filled in. The application exists already. */
export function ImportedForm({ answer }: { answer: ImportAnswer }) {
  const patch = usePatchApplication(answer.id);
  const [draft, setDraft] = useState(() => toImportedDraft(answer));
  const [problems, setProblems] = useState<ImportedProblems>({});
  const form = useRef<HTMLFormElement>(null);
  const open = () => navigate(pagePaths.application(answer.id));

  // Where there is something to fill in, that is where to go on.
  useEffect(() => {
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [])];
    (fields.find(({ value }) => value === '') ?? fields[0])?.focus();
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (patch.isPending) return;
    const read = readChanges(draft, answer);
    setProblems('problems' in read ? read.problems : {});
    if ('problems' in read) {
      // After the render that marks the fields.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    if (Object.keys(read.changes).length === 0) return open();
    patch.mutate(read.changes, { onSuccess: open });
  };
  const field = (key: PostingField, rows?: number) => (
    <Field
      label={importedLabels[key]}
      value={draft[key]}
      onValue={(value) => setDraft((before) => ({ ...before, [key]: value }))}
      problem={problems[key]}
      help={answer.missing.includes(key) && 'Not found on the page.'}
      {...(rows === undefined ? {} : { rows })}
    />
  );

  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-4">
      <p role="status" className="rounded-md bg-accent-soft px-4 py-2">
        The posting was read and the application is saved.{' '}
        {answer.missing.length === 0 ? 'Everything was found.' : `Not found on the page: ${listFields(answer.missing)}.`}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        {field('company_name')}
        {field('job_title')}
        {field('company_url')}
        {field('location')}
        {field('remote')}
        {field('employment_type')}
        {field('salary')}
      </div>
      {field('job_description', 6)}
      <ProblemNotice error={patch.error} />
      <div className="flex flex-wrap items-center gap-5">
        <Button type="submit" look="primary" inactive={patch.isPending}>
          Save and open
        </Button>
        <Link to={pagePaths.application(answer.id)} className="text-sm">
          Open it as it is
        </Link>
      </div>
    </form>
  );
}
