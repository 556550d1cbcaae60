import type { EvidenceSource, SentenceProvenance } from '@coverwright/contracts';
import { ExternalLink } from '../../../components/external-link.tsx';
import { Tag, type Tone } from '../../../components/tag.tsx';

const verdicts: Record<SentenceProvenance['status'], { word: string; tone: Tone }> = {
  grounded: { word: 'has a source', tone: 'good' },
  unsupported: { word: 'no source', tone: 'bad' },
  framing: { word: 'claims nothing', tone: 'plain' },
};

const kinds: Record<EvidenceSource['kind'], string> = {
  resume: 'Your resume',
  note: 'Research note',
  job: 'Job description',
  profile: 'Your profile',
};

function Source({ source }: { source: EvidenceSource }) {
  const name = kinds[source.kind];
  return (
    <li className="border-l-2 border-line-strong pl-3">
      <span className="text-ink-soft">{source.url ? <ExternalLink href={source.url}>{name}</ExternalLink> : name}</span>
      <q className="block">{source.quote}</q>
    </li>
  );
}

export function ProvenanceList({ provenance }: { provenance: SentenceProvenance[] }) {
  if (provenance.length === 0) return <p className="text-ink-soft">Nothing is recorded for this version.</p>;
  return (
    <ol className="space-y-5">
      {provenance.map((sentence) => (
        <li key={`${sentence.paragraph}.${sentence.sentence}`}>
          <p className="font-serif">{sentence.text}</p>
          <p className="mt-1">
            <Tag tone={verdicts[sentence.status].tone}>{verdicts[sentence.status].word}</Tag>
          </p>
          {sentence.sources.length > 0 && (
            <ul className="mt-2 space-y-2 text-sm">
              {sentence.sources.map((source) => (
                <Source key={`${source.kind} ${source.id} ${source.quote}`} source={source} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
