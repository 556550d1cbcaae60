import { Suspense, useState, type ReactNode } from 'react';
import { Loading } from './loading.tsx';

/** What is wanted now and then only: drawn, and loaded, when it is opened first. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details className="border-t border-line pt-4" onToggle={(event) => setOpened(opened || event.currentTarget.open)}>
      <summary className="w-fit font-medium text-accent">{title}</summary>
      <div className="mt-4">{opened && <Suspense fallback={<Loading what="Loading" />}>{children}</Suspense>}</div>
    </details>
  );
}
