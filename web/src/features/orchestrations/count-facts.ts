import type { ResearchNote, SourceReport } from '@coverwright/contracts';

/** How many facts the notes hold that came from a page of a run. */
export const countFacts = (notes: readonly ResearchNote[], source: Pick<SourceReport, 'url'>): number =>
  notes.filter(({ source_url }) => source_url === source.url).reduce((sum, { facts }) => sum + facts.length, 0);
