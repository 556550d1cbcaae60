import type { ReactNode } from 'react';

interface StartStepProps {
  number: number;
  title: string;
  state: 'done' | 'now' | 'later';
  children: ReactNode;
}

const circles = {
  done: 'border-accent bg-accent text-on-accent',
  now: 'border-accent text-accent',
  later: 'border-line-strong text-ink-soft',
};

export function StartStep({ number, title, state, children }: StartStepProps) {
  return (
    <li aria-current={state === 'now' ? 'step' : undefined} className="rounded-xl border border-line bg-surface p-4 shadow-xs sm:p-6">
      <div className="mb-3 flex items-center gap-3">
        <span
          aria-hidden="true"
          className={`flex size-8 shrink-0 items-center justify-center rounded-full border-2 text-sm font-semibold ${circles[state]}`}
        >
          {state === 'done' ? '✓' : number}
        </span>
        <h2 className="font-serif text-xl font-semibold tracking-tight">{title}</h2>
        {state === 'done' && <span className="sr-only">, done</span>}
      </div>
      <div className="sm:pl-11">{children}</div>
    </li>
  );
}
