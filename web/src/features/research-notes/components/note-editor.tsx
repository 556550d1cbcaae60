import type { ResearchNote } from '@coverwright/contracts';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { usePatchNote } from '../api/patch-note.ts';

export function NoteEditor({ note, onClose }: { note: ResearchNote; onClose: () => void }) {
  const patch = usePatchNote(note.application_id, note.id);
  const [text, setText] = useState(note.content);
  const inactive = text === note.content || text.trim() === '' || patch.isPending;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!inactive) patch.mutate({ content: text }, { onSuccess: onClose });
  };

  return (
    <form onSubmit={submit} className="mt-3 space-y-3">
      <Field
        label="Note text"
        value={text}
        onValue={setText}
        rows={12}
        help="The note will say that you edited it. Quotes that are no longer in the text are taken off the note."
      />
      <ProblemNotice error={patch.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" inactive={inactive}>
          Save note
        </Button>
        <Button look="quiet" onClick={onClose}>
          Discard changes
        </Button>
      </div>
    </form>
  );
}
