import type { ResearchNote, SentenceProvenance } from '@coverwright/contracts';
import { Tag, type Tone } from '../../../components/tag.tsx';
import { SourceQuote } from './source-quote.tsx';

const verdicts: Record<SentenceProvenance['status'], { word: string; tone: Tone }> = {
  grounded: { word: 'has a source', tone: 'good' },
  unsupported: { word: 'no source', tone: 'bad' },
  framing: { word: 'claims nothing', tone: 'plain' },
};

export function ProvenanceList({ provenance, notes }: { provenance: SentenceProvenance[]; notes: readonly ResearchNote[] }) {
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
                <li key={`${source.kind} ${source.id} ${source.quote}`}>
                  <SourceQuote source={source} notes={notes} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
