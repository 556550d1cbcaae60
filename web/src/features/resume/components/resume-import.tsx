import { resumeFileLimit } from '@coverwright/contracts';
import { lazy, Suspense, useId, useState, type ChangeEvent, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Notice, ProblemNotice } from '../../../components/problem-notice.tsx';
import { useImportResume } from '../api/import-resume.ts';

const ImportPreview = lazy(async () => ({ default: (await import('./import-preview.tsx')).ImportPreview }));

/** A file, or pasted text where `withPaste`, becomes a preview; saving it is another step. */
export function ResumeImport({ withPaste = false }: { withPaste?: boolean }) {
  const id = useId();
  const read = useImportResume();
  const [pasted, setPasted] = useState('');
  const [tooLarge, setTooLarge] = useState(false);

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    // The same file may be chosen again after it was corrected.
    event.target.value = '';
    if (file === undefined) return;
    setTooLarge(file.size > resumeFileLimit);
    if (file.size <= resumeFileLimit) read.mutate(file);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pasted.trim() !== '' && !read.isPending) read.mutate(new Blob([pasted]));
  };
  const done = () => {
    read.reset();
    setPasted('');
  };

  if (read.data) {
    return (
      <Suspense fallback={<Loading what="Loading the preview" />}>
        <ImportPreview preview={read.data} onDone={done} />
      </Suspense>
    );
  }
  return (
    <div className="space-y-4">
      <div>
        <label htmlFor={id} className="mb-1 block text-sm font-medium">
          Resume file
        </label>
        <input
          id={id}
          type="file"
          accept=".pdf,.docx,.md,.markdown,.txt,.json"
          onChange={choose}
          aria-describedby={`${id}-help`}
          className="block w-full rounded-md border border-line-strong bg-surface text-sm file:mr-4 file:min-h-10 file:border-0 file:bg-sunken file:px-4 file:font-medium file:text-ink"
        />
        <p id={`${id}-help`} className="mt-1 text-sm text-ink-soft">
          PDF, Word (.docx), Markdown, text or JSON Resume, up to 10 MB. You see what was read before anything is saved.
        </p>
      </div>
      {withPaste && (
        <form onSubmit={submit} className="space-y-3">
          <Field label="Or paste the text" value={pasted} onValue={setPasted} rows={5} />
          <Button type="submit" inactive={pasted.trim() === '' || read.isPending}>
            Preview
          </Button>
        </form>
      )}
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {read.isPending && 'Reading …'}
      </p>
      {tooLarge && (
        <Notice
          title="The file is too large"
          detail="A resume may have 10 MB."
          hint="Export it without large pictures, or paste its text."
        />
      )}
      <ProblemNotice error={read.error} />
    </div>
  );
}
