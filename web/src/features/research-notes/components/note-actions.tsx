import type { PatchResearchNote, ResearchNote } from '@coverwright/contracts';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useDeleteNote } from '../api/delete-note.ts';
import { usePatchNote } from '../api/patch-note.ts';

/** What a person can do with a note. Each button names its note, because a page has many of them. */
export function NoteActions({ note, onEdit }: { note: ResearchNote; onEdit: () => void }) {
  const patch = usePatchNote(note.application_id, note.id);
  const remove = useDeleteNote(note.application_id, note.id);
  const [deleting, setDeleting] = useState(false);
  const name = note.title || note.source_url;
  const action = (word: string, onClick: () => void, inactive = false) => (
    <Button look="quiet" className="px-2!" aria-label={`${word}: ${name}`} inactive={inactive} onClick={onClick}>
      {word}
    </Button>
  );
  const change = (word: string, fields: PatchResearchNote) => action(word, () => patch.mutate(fields), patch.isPending);

  return (
    <div className="mt-2">
      <div className="-ml-2 flex flex-wrap gap-1">
        {note.pinned ? change('Unpin', { pinned: false }) : change('Pin', { pinned: true, excluded: false })}
        {note.excluded ? change('Use again', { excluded: false }) : change('Do not use', { excluded: true, pinned: false })}
        {action('Edit', onEdit)}
        {deleting ? (
          <>
            {action('Delete for good', () => remove.mutate(), remove.isPending)}
            {action('Keep', () => setDeleting(false))}
          </>
        ) : (
          action('Delete', () => setDeleting(true))
        )}
      </div>
      <ProblemNotice error={patch.error ?? remove.error} />
    </div>
  );
}
