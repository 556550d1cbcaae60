import type { SourceOrigin } from '@coverwright/contracts';
import type { ResearchRequest } from '../research-types.ts';
import { normaliseUrl } from './normalise-url.ts';

export interface Source {
  url: string;
  found: SourceOrigin;
  /** What the page seems to be about, when it was found by its address. */
  subject?: string;
}

/** The pages the person named, each once, in order of weight: asked for in this run, the posting, the company's site. */
export function listGivenSources(request: ResearchRequest, maxPages: number): Source[] {
  const given: { url: string | null; found: SourceOrigin }[] = [
    ...request.urls.map((url) => ({ url, found: 'asked' as const })),
    { url: request.jobUrl, found: 'posting' },
    { url: request.companyUrl, found: 'company' },
  ];
  const byUrl = new Map<string, Source>();
  for (const { url, found } of given) {
    const normal = normaliseUrl(url ?? '');
    if (normal !== '' && !byUrl.has(normal)) byUrl.set(normal, { url: normal, found });
  }
  return [...byUrl.values()].slice(0, maxPages);
}

/** Did the person name the page, in this run or with the application? Such a page is asked for again, whatever is known of it. */
export const isGiven = ({ found }: Source): boolean => found === 'asked' || found === 'posting' || found === 'company';
