import type { SourceReport } from '@coverwright/contracts';
import { inSpan, type PageLead } from '@coverwright/server';
import type { Block } from './extract/collect-blocks.ts';
import { ExtractFailed } from './extract/load-html.ts';
import { blocksOfText } from './facts/place-blocks.ts';
import type { Candidate } from './facts/rank-sentences.ts';
import { FetchFailed, FetchRefused } from './fetch/fetch-errors.ts';
import type { FetchedPage, PageFetcher } from './fetch/page-fetcher.ts';
import { makeNote } from './make-note.ts';
import type { FoundNote, ResearchOptions, ResearchRequest } from './research-types.ts';
import { isCompanyPage } from './sources/company-page.ts';
import { isSharedHost } from './sources/company-site.ts';
import { isGiven, type Source } from './sources/list-given-sources.ts';

/** How the visit of one page ended. */
export interface Visited {
  source: Source;
  report: SourceReport;
  note: FoundNote | null;
  /** What facts can be chosen from; null for a note that has its facts. */
  candidates: Candidate[] | null;
  blocks: Block[];
  leads: PageLead[];
  /** Where the page was found in the end. */
  finalUrl: string;
  /** A page of the company's site that answers, to look further from; it need not have been readable. */
  site: URL | null;
}

export interface VisitParts {
  request: ResearchRequest;
  options: Pick<ResearchOptions, 'alreadyFetched' | 'findStored' | 'onStart' | 'readPage' | 'signal'>;
  fetcher: PageFetcher;
}

/** A note of a page nobody named is as good as the page for so long. */
const FRESH_MS = 24 * 60 * 60 * 1000;

/**
 * Reads one page, or takes the note there is of it: one of this run always, one of another run when the page was not named by the person
 * and the note is of today, or when the site says that nothing has changed. Rejects only with the signal's reason and with faults of our own.
 */
export function visitPage(source: Source, parts: VisitParts): Promise<Visited> {
  return inSpan('read page', {}, async (span) => {
    const visited = await visit(source, parts);
    span.setAttribute('outcome', visited.report.outcome);
    return visited;
  });
}

/** What a page that gave no note leaves behind. */
export function unread(source: Source, outcome: 'refused' | 'failed', reason: string): Visited {
  const report: SourceReport = { url: source.url, found: source.found, outcome, title: null, reason, fetched_at: null };
  return { source, report, note: null, candidates: null, blocks: [], leads: [], finalUrl: source.url, site: null };
}

async function visit(source: Source, parts: VisitParts): Promise<Visited> {
  const { request, options, fetcher } = parts;
  const { signal } = options;
  signal.throwIfAborted();
  const known = options.alreadyFetched(source.url);
  if (known !== null) return reuse(source, known, request, null);
  const stored = await options.findStored(source.url);
  if (stored !== null && !isGiven(source) && isFresh(stored)) return reuse(source, stored, request, null);
  try {
    options.onStart?.(source.url);
    if (stored === null) return await read(source, await fetcher.fetch(source.url, signal), parts);
    const page = await fetcher.fetch(source.url, signal, { etag: stored.etag, lastModified: stored.last_modified });
    if ('notModified' in page) return reuse(source, stored, request, 'The site says that it has not changed.');
    return await read(source, page, parts);
  } catch (error) {
    signal.throwIfAborted();
    return unreadable(source, error);
  }
}

async function read(source: Source, page: FetchedPage, { request, options }: VisitParts): Promise<Visited> {
  const extracted = await options.readPage(page, options.signal);
  const { note, candidates, blocks, remark, isCompanySite } = makeNote(source, page, extracted, request);
  const { title, fetched_at, leads } = note;
  const report: SourceReport = { url: source.url, found: source.found, outcome: 'fetched', title, reason: remark, fetched_at };
  return { source, report, note, candidates, blocks, leads, finalUrl: page.url, site: isCompanySite ? new URL(page.url) : null };
}

function reuse(source: Source, note: FoundNote, request: ResearchRequest, reason: string | null): Visited {
  const { title, fetched_at, kind, content } = note;
  const report: SourceReport = { url: source.url, found: source.found, outcome: 'cached', title, reason, fetched_at };
  const isCompanySite = isCompanyPage(source, source.url, { title, isArticle: kind === 'news' }, request);
  const site = isCompanySite ? new URL(source.url) : null;
  return { source, report, note, candidates: null, blocks: blocksOfText(content), leads: note.leads ?? [], finalUrl: source.url, site };
}

/** @throws what is neither a refusal nor a failure of the page: that is a fault of our own. */
function unreadable(source: Source, error: unknown): Visited {
  if (error instanceof FetchRefused) return unread(source, 'refused', error.message);
  if (!(error instanceof FetchFailed || error instanceof ExtractFailed)) throw error;
  // A first page that is drawn by scripts or has moved does not mean that there is no site.
  const answers = error instanceof ExtractFailed || error.status === 404 || error.status === 410;
  const isSite = answers && source.found === 'company' && !isSharedHost(new URL(source.url).hostname);
  return { ...unread(source, 'failed', error.message), site: isSite ? new URL(source.url) : null };
}

/** A time in the future was written by another clock and says nothing. */
function isFresh({ fetched_at }: FoundNote): boolean {
  const age = Date.now() - Date.parse(fetched_at);
  return age >= 0 && age < FRESH_MS;
}
