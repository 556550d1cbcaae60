import { useEffect, useId, useRef, type ReactNode } from 'react';

interface DialogProps {
  title: string;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus, and gives it back; Escape closes it. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
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
      className={`m-auto max-h-[95dvh] overflow-y-auto rounded-xl border border-line bg-surface p-4 text-ink shadow-xl sm:p-6 ${wide ? 'w-[min(46rem,calc(100vw-1rem))]' : 'w-[min(32rem,calc(100vw-1rem))]'}`}
    >
      <h2 id={titleId} className="mb-3 font-serif text-xl font-semibold tracking-tight">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
