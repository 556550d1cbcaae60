import type { ReactNode } from 'react';
import { ProblemError } from '../lib/problem-error.ts';

interface NoticeProps {
  title: string;
  detail: string;
  hint?: string;
  children?: ReactNode;
}

export function Notice({ title, detail, hint, children }: NoticeProps) {
  return (
    <div role="alert" className="rounded-md border-l-4 border-bad bg-bad-soft px-4 py-3">
      <p className="font-medium text-bad">{title}</p>
      <p className="mt-1">{detail}</p>
      {hint && <p className="mt-1 text-ink-soft">{hint}</p>}
      {children}
    </div>
  );
}

interface ProblemNoticeProps {
  error: Error | null;
  /** Fields, by path, whose problems the form already shows. */
  shownFields?: Record<string, unknown>;
  children?: ReactNode;
}

/** A failed request, said where it happened. */
export function ProblemNotice({ error, shownFields = {}, children }: ProblemNoticeProps) {
  if (!error) return null;
  const known = error instanceof ProblemError ? error : null;
  const fields = known?.fields.filter((field) => !(field.path in shownFields)) ?? [];
  return (
    <Notice
      title={known?.title ?? 'Something went wrong on this page'}
      detail={error.message}
      hint={known?.hint ?? 'Reload the page and try again.'}
    >
      {fields.length > 0 && (
        <ul className="mt-2 list-disc pl-5 text-sm">
          {fields.map((field) => (
            <li key={`${field.path} ${field.message}`}>
              {field.path}: {field.message}
            </li>
          ))}
        </ul>
      )}
      {children && <div className="mt-3">{children}</div>}
    </Notice>
  );
}
