import { lazy, Suspense, useState, type ReactNode } from 'react';

const NewApplicationDialog = lazy(async () => ({ default: (await import('./new-application-dialog.tsx')).NewApplicationDialog }));

/**
 * The dialog for a new application, and how to open it. Whoever calls this draws it in a place that stays: an import makes the application
 * before the dialog is done with it, so that what lies behind it may change.
 */
export function useNewApplication(): { dialog: ReactNode; open: () => void } {
  const [adding, setAdding] = useState(false);
  const dialog = adding && (
    <Suspense>
      <NewApplicationDialog onClose={() => setAdding(false)} />
    </Suspense>
  );
  return { dialog, open: () => setAdding(true) };
}
