import type { ResearchNote } from '@coverwright/contracts';
import { Panel } from '../../../components/panel.tsx';
import { NoteCard } from './note-card.tsx';

export function NotesPanel({ notes }: { notes: ResearchNote[] }) {
  return (
    <Panel title="Research notes" aside={notes.length > 0 && <span className="text-sm text-ink-soft">{notes.length}</span>}>
      {notes.length === 0 ? (
        <p className="text-ink-soft">No notes yet. What is read about the company is kept here, with its source, word for word.</p>
      ) : (
        <ul className="divide-y divide-line">
          {notes.map((note) => (
            <NoteCard key={note.id} note={note} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
