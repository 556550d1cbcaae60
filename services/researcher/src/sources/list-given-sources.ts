import type { ResearchRequest } from '../research-types.ts';
import { normaliseUrl } from './normalise-url.ts';

/** The pages the person named, each once, in order of weight: asked for in this run, the posting, the company's site. */
export function listGivenSources(request: ResearchRequest, maxPages: number): string[] {
  const given = [...request.urls, request.jobUrl, request.companyUrl].filter((url) => url !== null && url.trim() !== '') as string[];
  return [...new Set(given.map(normaliseUrl))].slice(0, maxPages);
}
