import type { ImportAnswer } from '@coverwright/contracts';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { completeUrl } from '../../../lib/complete-url.ts';
import { useImportPosting } from '../api/import-posting.ts';

interface ImportFormProps {
  onImported: (answer: ImportAnswer) => void;
  /** The link could not be read; it is still the link of the posting. */
  onFailed: (url: string) => void;
}

export function ImportForm({ onImported, onFailed }: ImportFormProps) {
  const posting = useImportPosting();
  const [link, setLink] = useState('');
  const [problem, setProblem] = useState<string>();
  const request = useRef<AbortController>(null);
  useEffect(() => () => request.current?.abort(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (posting.isPending) return;
    const url = completeUrl(link);
    setProblem(url === '' ? 'Paste the link of a posting first.' : undefined);
    if (url === '') return;
    const controller = new AbortController();
    request.current = controller;
    posting.mutate({ url, signal: controller.signal }, { onSuccess: onImported, onError: () => onFailed(url) });
  };
  const stop = () => {
    request.current?.abort();
    posting.reset();
  };

  return (
    <form onSubmit={submit} noValidate className="space-y-3 rounded-md bg-sunken p-4">
      <Field
        label="Paste a link"
        value={link}
        onValue={setLink}
        problem={problem}
        help="The posting’s page is read once and an application is made of what it says."
        inputProps={{ inputMode: 'url', placeholder: 'https://', autoComplete: 'off' }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" inactive={posting.isPending}>
          Read the posting
        </Button>
        {posting.isPending && (
          <Button look="quiet" onClick={stop}>
            Stop reading
          </Button>
        )}
        <p role="status" className="text-sm text-ink-soft">
          {posting.isPending && 'Reading the posting … a slow site takes up to half a minute.'}
        </p>
      </div>
      <ProblemNotice error={posting.error} />
    </form>
  );
}
