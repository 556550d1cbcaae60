import type { ResearchNote } from '@coverwright/contracts';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Loading } from '../../../components/loading.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useDocument } from '../api/get-document.ts';
import { summarizeProvenance } from '../summarize-provenance.ts';
import { LetterEditor } from './letter-editor.tsx';
import { MissingResearch } from './missing-research.tsx';
import { LetterText } from './letter-text.tsx';

interface LetterVersionProps {
  applicationId: string;
  id: string;
  notes: readonly ResearchNote[];
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
    return <LetterEditor applicationId={applicationId} letter={letter.data} onClose={() => setEditing(false)} />;
  }
  return (
    <>
      <MissingResearch checks={letter.data.checks} />
      <LetterText letter={letter.data} notes={notes} />
      <div className="mt-6 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        <p className="max-w-prose text-sm text-ink-soft">
          {summarizeProvenance(letter.data.provenance)} Point at, tap or focus a sentence to see where it comes from.
        </p>
        <Button ref={edit} onClick={() => setEditing(true)}>
          Edit letter
        </Button>
      </div>
    </>
  );
}
