import { lazy, Suspense, useState } from 'react';
import { Button } from '../../../components/button.tsx';

const NewApplicationDialog = lazy(async () => ({ default: (await import('./new-application-dialog.tsx')).NewApplicationDialog }));

export function NewApplicationButton({ className = '' }: { className?: string }) {
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Button look="primary" className={className} onClick={() => setAdding(true)}>
        New application
      </Button>
      {adding && (
        <Suspense>
          <NewApplicationDialog onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </>
  );
}
