import type { SourceReport } from '@coverwright/contracts';
import type { PageLead } from '@coverwright/server';
import { FetchFailed, FetchRefused } from './fetch/fetch-errors.ts';
import { PageFetcher } from './fetch/page-fetcher.ts';
import { ResearchRun } from './research-run.ts';
import type { ResearchOptions, ResearchRequest } from './research-types.ts';
import { chooseNext } from './sources/choose-next.ts';
import { findInSitemaps } from './sources/find-in-sitemaps.ts';
import { listGivenSources, type Source } from './sources/list-given-sources.ts';
import { pageKey } from './sources/normalise-url.ts';
import { rankResults, type SearchResult } from './sources/rank-results.ts';
import { SearchFailed, searchWeb } from './sources/search-web.ts';
import { listUsualPaths } from './sources/usual-paths.ts';

export type { FoundNote, PageEnd, ResearchOptions, ResearchRequest } from './research-types.ts';

interface Found {
  results: SearchResult[];
  failure: string | null;
}

/** Links that promise this much are followed before anybody asks for a sitemap. */
const GOOD_LEAD = 5;
/** With so many pages read, weaker links will do for the rest. */
const ENOUGH_PAGES = 5;
/** With fewer pages than this, the usual paths are tried. */
const FEW_PAGES = 3;
/** Share of the pages that may come from other hosts, and how many at most. */
const ELSEWHERE = { share: 1 / 3, most: 3 };

/**
 * Finds sources, fetches them, and turns each page into a note with facts: first what the person named, then the company's own pages by
 * links, sitemap and, when these give little, usual paths; with a web search also pages of others. Every page tried is one report, in the
 * order of finding; nothing found is said in them. Rejects only with the signal's reason, or with what `onPage` throws.
 */
export async function researchCompany(request: ResearchRequest, options: ResearchOptions): Promise<SourceReport[]> {
  const fetcher = new PageFetcher(options);
  const run = new ResearchRun({ request, options, fetcher });
  const searching = search(request, options);
  // Awaited below; a run that ends before is not interested any more.
  searching.catch(() => undefined);
  await run.visitAll(listGivenSources(request, options.maxPages));
  const elsewhere = await pagesElsewhere(run, await searching, request, options);
  await run.visitAll([...follow(run, run.leads().filter(isGood), run.left - elsewhere.length), ...elsewhere]);
  const mapped = await leadsOfSitemap(run, request, options, fetcher);
  await run.visitAll(follow(run, [...run.leads(), ...mapped], run.left));
  await tryUsualPaths(run);
  return run.reports();
}

const isGood = (lead: PageLead) => lead.score >= GOOD_LEAD;

function follow(run: ResearchRun, leads: readonly (PageLead & { found?: 'sitemap' })[], count: number): Source[] {
  const fresh = new Map<string, PageLead & { found?: 'sitemap' }>();
  for (const lead of leads) {
    const key = pageKey(lead.url);
    if (!run.knows(lead.url) && lead.score > (fresh.get(key)?.score ?? 0)) fresh.set(key, lead);
  }
  return chooseNext([...fresh.values()], run.covered(), count).map(({ url, subject, found }) => ({ url, subject, found: found ?? 'link' }));
}

async function search({ companyName }: ResearchRequest, { searxngUrl, signal }: ResearchOptions): Promise<Found> {
  if (searxngUrl === null) return { results: [], failure: null };
  try {
    return { results: await searchWeb(`"${companyName.replaceAll('"', ' ')}" company`, { searxngUrl }, signal), failure: null };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SearchFailed) return { results: [], failure: error.message };
    throw error;
  }
}

async function pagesElsewhere(run: ResearchRun, found: Found, request: ResearchRequest, options: ResearchOptions): Promise<Source[]> {
  if (found.failure !== null && options.searxngUrl !== null)
    await run.sayFailed({ url: options.searxngUrl, found: 'search' }, found.failure);
  const most = Math.min(ELSEWHERE.most, Math.floor(options.maxPages * ELSEWHERE.share), run.left);
  const urls = rankResults(found.results, request.companyName, run.site()).filter((url) => !run.knows(url));
  return urls.slice(0, most).map((url) => ({ url, found: 'search' }));
}

/** Only when the links have left room and gave little: a sitemap is up to three requests, and most first pages link to what matters. */
async function leadsOfSitemap(run: ResearchRun, request: ResearchRequest, { signal }: ResearchOptions, fetcher: PageFetcher) {
  const site = run.site();
  const isEnough = run.pagesRead() >= ENOUGH_PAGES && run.leads().length >= run.left;
  if (site === null || run.left === 0 || isEnough) return [];
  const read = async (url: string) => {
    try {
      return (await fetcher.fetch(url, signal, { accept: 'xml' })).text;
    } catch (error) {
      signal.throwIfAborted();
      // A site without a sitemap is like most sites; whether it answers at all its pages tell.
      if (error instanceof FetchFailed || error instanceof FetchRefused) return null;
      throw error;
    }
  };
  const leads = await findInSitemaps({ site, companyName: request.companyName, named: fetcher.sitemapsOf(site.origin), read });
  return leads.map((lead) => ({ ...lead, found: 'sitemap' as const }));
}

async function tryUsualPaths(run: ResearchRun): Promise<void> {
  const site = run.site();
  if (site === null || run.pagesRead() >= FEW_PAGES) return;
  for (const { path, subject } of listUsualPaths(run.covered())) {
    const url = new URL(path, site).href;
    if (run.left === 0) return;
    if (run.knows(url) || run.covered().includes(subject)) continue;
    await run.tryPage({ url, found: 'guess', subject });
  }
}
