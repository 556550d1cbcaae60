import type { EvidenceSource, ResearchNote } from '@coverwright/contracts';
import { ExternalLink } from '../../../components/external-link.tsx';
import { formatDate } from '../../../lib/format-time.ts';

const kinds: Record<EvidenceSource['kind'], string> = {
  resume: 'Your resume',
  note: 'Research note',
  job: 'Job description',
  profile: 'Your profile',
};

/** What a sentence rests on: where it stands, when it was read, and its words. Lies within a sentence, so it is made of spans. */
export function SourceQuote({ source, notes }: { source: EvidenceSource; notes: readonly ResearchNote[] }) {
  const note = source.kind === 'note' ? notes.find(({ id, source_url }) => id === source.id || source_url === source.url) : undefined;
  const name = note?.title || kinds[source.kind];
  return (
    <span className="block border-l-2 border-line-strong pl-3">
      <span className="text-ink-soft">
        {source.url ? <ExternalLink href={source.url}>{name}</ExternalLink> : name}
        {note && `, read ${formatDate(note.fetched_at)}`}
      </span>
      <q className="block">{source.quote}</q>
    </span>
  );
}
