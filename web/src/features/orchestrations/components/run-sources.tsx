import type { Orchestration, ResearchNote, SourceReport } from '@coverwright/contracts';
import { ExternalLink } from '../../../components/external-link.tsx';
import { Tag, type Tone } from '../../../components/tag.tsx';
import { formatDateTime } from '../../../lib/format-time.ts';
import { countFacts } from '../count-facts.ts';
import { describeOrigin } from '../describe-sources.ts';

const outcomes: Record<SourceReport['outcome'], { word: string; tone: Tone }> = {
  fetched: { word: 'read', tone: 'good' },
  cached: { word: 'read before', tone: 'good' },
  refused: { word: 'not allowed', tone: 'warn' },
  failed: { word: 'failed', tone: 'bad' },
};

function Source({ source, facts }: { source: SourceReport; facts: number }) {
  const { word, tone } = outcomes[source.outcome];
  const origin = describeOrigin(source);
  const since = source.outcome === 'cached' && source.fetched_at ? `as of ${formatDateTime(source.fetched_at)}` : '';
  const found = facts === 0 ? '' : facts === 1 ? 'one fact found' : `${facts} facts found`;
  const details = [found, origin, since].filter(Boolean).join(' · ');
  return (
    <li className="arriving">
      <span className="flex items-baseline justify-between gap-2">
        <span className="min-w-0 truncate" title={source.url}>
          <ExternalLink href={source.url}>{source.title || source.url}</ExternalLink>
        </span>
        <span className="shrink-0">
          <Tag tone={tone}>{word}</Tag>
        </span>
      </span>
      {details && <span className="block text-xs text-ink-soft">{details}</span>}
      {source.reason && <span className="block text-xs">{source.reason}</span>}
    </li>
  );
}

/** What the run read and what it could not, in the order of reading. */
export function RunSources({ run, notes }: { run: Orchestration; notes: readonly ResearchNote[] }) {
  if (run.sources.length === 0) return null;
  return (
    <ol aria-label="Pages of this run" className="space-y-1.5 text-sm">
      {run.sources.map((source) => (
        <Source key={source.url} source={source} facts={countFacts(notes, source)} />
      ))}
    </ol>
  );
}
