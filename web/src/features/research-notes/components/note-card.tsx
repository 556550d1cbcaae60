import type { NoteKind, ResearchNote } from '@coverwright/contracts';
import { lazy, Suspense, useState } from 'react';
import { ExternalLink } from '../../../components/external-link.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Tag } from '../../../components/tag.tsx';
import { formatDateTime } from '../../../lib/format-time.ts';
import { NoteActions } from './note-actions.tsx';

const NoteEditor = lazy(async () => ({ default: (await import('./note-editor.tsx')).NoteEditor }));

const kinds: Record<NoteKind, string> = { company: 'company', posting: 'job posting', news: 'news', other: 'other' };

export function NoteCard({ note }: { note: ResearchNote }) {
  const [editing, setEditing] = useState(false);
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-medium">
          <ExternalLink href={note.source_url}>{note.title || note.source_url}</ExternalLink>
        </h3>
        <Tag>{kinds[note.kind]}</Tag>
        {note.pinned && <Tag tone="good">pinned</Tag>}
        {note.excluded && <Tag tone="warn">not used</Tag>}
        {note.edited_at !== null && <Tag tone="warn">edited by you</Tag>}
      </div>
      <p className="text-sm text-ink-soft">
        {note.title && `${note.source_url}, `}fetched {formatDateTime(note.fetched_at)}
        {note.edited_at !== null && `, edited ${formatDateTime(note.edited_at)}`}
      </p>
      {note.facts.length > 0 && (
        <ul className="mt-2 space-y-1 text-sm">
          {note.facts.map((fact) => (
            <li key={`${fact.topic} ${fact.quote}`} className="border-l-2 border-line-strong pl-3">
              <span className="text-ink-soft">{fact.topic}: </span>
              <q>{fact.quote}</q>
            </li>
          ))}
        </ul>
      )}
      {editing ? (
        <Suspense fallback={<Loading what="Loading the editor" />}>
          <NoteEditor note={note} onClose={() => setEditing(false)} />
        </Suspense>
      ) : (
        <>
          {note.content && (
            <details className="mt-2 text-sm">
              <summary className="w-fit text-accent">Whole note</summary>
              <p className="mt-2 max-h-80 overflow-y-auto whitespace-pre-wrap" tabIndex={0}>
                {note.content}
              </p>
            </details>
          )}
          <NoteActions note={note} onEdit={() => setEditing(true)} />
        </>
      )}
    </li>
  );
}
