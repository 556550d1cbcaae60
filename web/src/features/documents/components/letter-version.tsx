import type { DocumentWithContent, ResearchNote } from '@coverwright/contracts';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Disclosure } from '../../../components/disclosure.tsx';
import { Loading } from '../../../components/loading.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useDocument } from '../api/get-document.ts';
import { summarizeChecks } from '../summarize-checks.ts';
import { summarizeProvenance } from '../summarize-provenance.ts';
import { LetterText } from './letter-text.tsx';
import { MissingResearch } from './missing-research.tsx';

const ChecksList = lazy(async () => ({ default: (await import('./checks-list.tsx')).ChecksList }));
const LetterEditor = lazy(async () => ({ default: (await import('./letter-editor.tsx')).LetterEditor }));

interface LetterVersionProps {
  applicationId: string;
  id: string;
  notes: readonly ResearchNote[];
}

function SourceSummary({ letter }: { letter: DocumentWithContent }) {
  const isSound = letter.provenance.every(({ status }) => status !== 'unsupported');
  return (
    <p className="flex min-w-0 flex-1 basis-64 items-baseline gap-2 text-sm text-ink-soft">
      <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${isSound ? 'bg-accent' : 'bg-bad'}`} />
      <span>{summarizeProvenance(letter.provenance)} Point at, tap or focus a sentence to see where it comes from.</span>
    </p>
  );
}

/** One version of the letter: to read, or to edit into the next one. */
export function LetterVersion({ applicationId, id, notes }: LetterVersionProps) {
  const letter = useDocument(id);
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const wasEdited = useRef(false);
  useEffect(() => {
    if (wasEdited.current && !editing) edit.current?.focus();
    wasEdited.current = editing;
  }, [editing]);

  if (letter.error) {
    return (
      <ProblemNotice error={letter.error}>
        <Button onClick={() => void letter.refetch()}>Try again</Button>
      </ProblemNotice>
    );
  }
  if (!letter.data) return <Loading what="Loading the letter" />;
  if (editing) {
    return (
      <Suspense fallback={<Loading what="Loading the editor" />}>
        <LetterEditor applicationId={applicationId} letter={letter.data} onClose={() => setEditing(false)} />
      </Suspense>
    );
  }
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg bg-sunken px-4 py-3">
        <SourceSummary letter={letter.data} />
        <Button ref={edit} onClick={() => setEditing(true)}>
          Edit letter
        </Button>
      </div>
      <MissingResearch checks={letter.data.checks} />
      <LetterText letter={letter.data} notes={notes} />
      {letter.data.checks.length > 0 && (
        <div className="mt-8">
          <Disclosure title={summarizeChecks(letter.data.checks)}>
            <ChecksList checks={letter.data.checks} />
          </Disclosure>
        </div>
      )}
    </>
  );
}
