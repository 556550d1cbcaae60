import type { DiffPart, Document } from '@coverwright/contracts';
import { useEffect, useRef } from 'react';
import { Button } from '../../../components/button.tsx';
import { Disclosure } from '../../../components/disclosure.tsx';
import { Loading } from '../../../components/loading.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useDiff } from '../api/get-diff.ts';
import { listChanges, type Change } from '../list-changes.ts';

/** Read out, and left out of what is copied. */
const Spoken = ({ children }: { children: string }) => <span className="sr-only select-none">{children}</span>;

function Part({ part: { kind, text } }: { part: DiffPart }) {
  if (kind === 'same') return text;
  return kind === 'added' ? (
    <ins className="rounded-sm bg-accent-soft text-accent underline decoration-2">
      <Spoken>[added: </Spoken>
      {text}
      <Spoken>]</Spoken>
    </ins>
  ) : (
    <del className="rounded-sm bg-bad-soft text-bad line-through">
      <Spoken>[removed: </Spoken>
      {text}
      <Spoken>]</Spoken>
    </del>
  );
}

function ChangeLine({ change: { kind, before, after } }: { change: Change }) {
  if (kind === 'replaced') {
    return (
      <li>
        <q>{before.trim()}</q> became <q>{after.trim()}</q>
      </li>
    );
  }
  return (
    <li>
      {kind === 'added' ? 'Added: ' : 'Removed: '}
      <q>{(before + after).trim()}</q>
    </li>
  );
}

function summarize(changes: Change[]): string {
  if (changes.length === 0) return 'The two versions say the same.';
  return changes.length === 1 ? 'One passage differs.' : `${changes.length} passages differ.`;
}

/** What one version says otherwise than an earlier one, by words. */
export function DiffView({ from, to, onClose }: { from: Document; to: Document; onClose: () => void }) {
  const diff = useDiff(to.id, from.id);
  const changes = listChanges(diff.data?.parts ?? []).filter(({ before, after }) => before.trim() !== after.trim());
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={`From version ${from.version} to version ${to.version}`}
      className="space-y-4 outline-none"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status">
          From version {from.version} to version {to.version}: {diff.data ? summarize(changes) : 'comparing …'}
        </p>
        <Button onClick={onClose}>Back to the letter</Button>
      </div>
      <ProblemNotice error={diff.error}>
        <Button onClick={() => void diff.refetch()}>Try again</Button>
      </ProblemNotice>
      {diff.isPending && <Loading what="Comparing" />}
      {diff.data && (
        <>
          {diff.data.unit !== 'word' && (
            <p className="text-sm text-ink-soft">The two have too little in common to compare them word by word.</p>
          )}
          <p className="letter whitespace-pre-wrap">
            {diff.data.parts.map((part, index) => (
              <Part key={index} part={part} />
            ))}
          </p>
          {changes.length > 0 && (
            <Disclosure title="Changes as a list">
              <ul className="list-disc space-y-1 pl-5 text-sm">
                {changes.map((change, index) => (
                  <ChangeLine key={index} change={change} />
                ))}
              </ul>
            </Disclosure>
          )}
        </>
      )}
    </section>
  );
}
