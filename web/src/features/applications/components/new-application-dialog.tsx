import { useEffect, useId, useRef } from 'react';
import { NewApplicationForm } from './new-application-form.tsx';

export function NewApplicationDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

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
      <h2 id={titleId} className="mb-1 font-serif text-xl font-semibold">
        A new application
      </h2>
      <p className="mb-4 text-sm text-ink-soft">Only the company and the job title are needed; the more you give, the better the letter.</p>
      <NewApplicationForm onClose={onClose} />
    </dialog>
  );
}
