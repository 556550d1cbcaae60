import type { SourceReport } from '@coverwright/contracts';
import { ExternalLink } from '../../../components/external-link.tsx';
import { Tag, type Tone } from '../../../components/tag.tsx';

const outcomes: Record<SourceReport['outcome'], { word: string; tone: Tone }> = {
  fetched: { word: 'read', tone: 'good' },
  cached: { word: 'read before', tone: 'good' },
  refused: { word: 'not allowed', tone: 'warn' },
  failed: { word: 'failed', tone: 'bad' },
};

export function RunSources({ sources }: { sources: SourceReport[] }) {
  return (
    <div>
      <h3 className="text-sm font-medium text-ink-soft">Pages of this run</h3>
      <ul className="mt-2 space-y-2 text-sm">
        {sources.map((source) => (
          <li key={source.url}>
            <ExternalLink href={source.url}>{source.title || source.url}</ExternalLink>{' '}
            <Tag tone={outcomes[source.outcome].tone}>{outcomes[source.outcome].word}</Tag>
            {source.reason && <span className="block text-ink-soft">{source.reason}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
