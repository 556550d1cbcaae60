import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Markdown } from '../../../components/markdown.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useDocument } from '../api/get-document.ts';
import { summarizeProvenance } from '../summarize-provenance.ts';
import { LetterEditor } from './letter-editor.tsx';
import { MissingResearch } from './missing-research.tsx';

/** One version of the letter: to read, or to edit into the next one. */
export function LetterVersion({ applicationId, id }: { applicationId: string; id: string }) {
  const letter = useDocument(id);
  const [editing, setEditing] = useState(false);
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
      <Markdown text={letter.data.content} className="letter" />
      <div className="mt-6 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        <p className="text-sm text-ink-soft">{summarizeProvenance(letter.data.provenance)}</p>
        <Button onClick={() => setEditing(true)}>Edit letter</Button>
      </div>
    </>
  );
}
