import type { ImportAnswer } from '@coverwright/contracts';
import { useEffect, useId, useRef, useState } from 'react';
import { emptyDraft } from '../new-application-draft.ts';
import { ImportForm } from './import-form.tsx';
import { ImportedForm } from './imported-form.tsx';
import { NewApplicationForm } from './new-application-form.tsx';

export function NewApplicationDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [draft, setDraft] = useState(emptyDraft);
  const [imported, setImported] = useState<ImportAnswer | null>(null);

  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="m-auto max-h-[95dvh] w-[min(44rem,calc(100vw-1rem))] overflow-y-auto rounded-lg border border-line bg-surface p-4 text-ink sm:p-6"
    >
      <h2 id={titleId} className="mb-3 font-serif text-xl font-semibold">
        {imported === null ? 'A new application' : 'Check what was read'}
      </h2>
      {imported !== null ? (
        <ImportedForm answer={imported} />
      ) : (
        <>
          <ImportForm
            onImported={setImported}
            onFailed={(url) => setDraft((before) => (before.job_url === '' ? { ...before, job_url: url } : before))}
          />
          <p className="my-4 text-sm text-ink-soft">
            Or fill it in yourself. Only the company and the job title are needed; the more you give, the better the letter.
          </p>
          <NewApplicationForm draft={draft} setDraft={setDraft} onClose={onClose} />
        </>
      )}
    </dialog>
  );
}
