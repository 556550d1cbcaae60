import type { ReactNode } from 'react';

/** What is wanted now and then only. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-t border-line pt-4">
      <summary className="w-fit font-medium text-accent">{title}</summary>
      <div className="mt-4">{children}</div>
    </details>
  );
}
