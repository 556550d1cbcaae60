import { Suspense, useState, type ReactNode } from 'react';
import { Loading } from './loading.tsx';

interface DisclosureProps {
  title: string;
  /** Without the line above it, in small type. */
  quiet?: boolean;
  children: ReactNode;
}

/** What is wanted now and then only: drawn, and loaded, when it is opened first. */
export function Disclosure({ title, quiet = false, children }: DisclosureProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className={quiet ? 'text-sm' : 'border-t border-line pt-4'}
      onToggle={(event) => setOpened(opened || event.currentTarget.open)}
    >
      <summary className="w-fit font-medium text-accent">{title}</summary>
      <div className={quiet ? 'mt-3' : 'mt-4'}>{opened && <Suspense fallback={<Loading what="Loading" />}>{children}</Suspense>}</div>
    </details>
  );
}
