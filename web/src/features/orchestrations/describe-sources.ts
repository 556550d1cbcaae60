import { isTerminal, type Orchestration, type SourceOrigin, type SourceReport } from '@coverwright/contracts';

const origins: Record<SourceOrigin, string> = {
  asked: 'you asked for it',
  posting: 'the job posting link',
  company: 'the company website',
  link: 'linked on the site',
  sitemap: 'in the sitemap of the site',
  guess: 'at a usual address',
  search: 'found by a web search',
};

export const wasRead = ({ outcome }: SourceReport): boolean => outcome === 'fetched' || outcome === 'cached';

/** How a page came to be read; empty for runs of earlier versions, which do not say. */
export const describeOrigin = ({ found }: SourceReport): string => (found === undefined ? '' : origins[found]);

/** A plain word when research is over and has read nothing; null while it goes on, and when there is something. */
export function describeNothingRead(run: Orchestration): string | null {
  const isOver = isTerminal(run.status) || run.stage === 'writing';
  if (run.action === 'write_only' || run.status === 'cancelled' || !isOver || run.sources.some(wasRead)) return null;
  if (run.sources.length > 0) return 'Nothing could be read.';
  return run.status === 'failure' ? null : 'Nothing was read: this application names no page, and no address was given.';
}
