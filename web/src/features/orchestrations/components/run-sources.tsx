import type { Orchestration, SourceReport } from '@coverwright/contracts';
import { ExternalLink } from '../../../components/external-link.tsx';
import { Tag, type Tone } from '../../../components/tag.tsx';
import { formatDateTime } from '../../../lib/format-time.ts';
import { describeNothingRead, describeOrigin } from '../describe-sources.ts';

const outcomes: Record<SourceReport['outcome'], { word: string; tone: Tone }> = {
  fetched: { word: 'read', tone: 'good' },
  cached: { word: 'read before', tone: 'good' },
  refused: { word: 'not allowed', tone: 'warn' },
  failed: { word: 'failed', tone: 'bad' },
};

function Source({ source }: { source: SourceReport }) {
  const { word, tone } = outcomes[source.outcome];
  const origin = describeOrigin(source);
  const since = source.outcome === 'cached' && source.fetched_at ? `as of ${formatDateTime(source.fetched_at)}` : '';
  const details = [source.title ? source.url : '', origin, since].filter(Boolean).join(' · ');
  return (
    <li>
      <ExternalLink href={source.url}>{source.title || source.url}</ExternalLink> <Tag tone={tone}>{word}</Tag>
      {details && <span className="block break-words text-ink-soft">{details}</span>}
      {source.reason && <span className="block">{source.reason}</span>}
    </li>
  );
}

/** What the run read and what it could not, in the order of reading. */
export function RunSources({ run }: { run: Orchestration }) {
  const nothing = describeNothingRead(run);
  if (run.sources.length === 0 && nothing === null) return null;
  return (
    <div>
      <h3 className="text-sm font-medium text-ink-soft">Pages of this run</h3>
      {nothing && <p className="mt-2 font-medium text-warn">{nothing}</p>}
      <ol className="mt-2 space-y-2 text-sm">
        {run.sources.map((source) => (
          <Source key={source.url} source={source} />
        ))}
      </ol>
    </div>
  );
}
