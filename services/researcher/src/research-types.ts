import type { SourceReport } from '@coverwright/contracts';
import type { NewNote } from '@coverwright/server';
import type { Block } from './extract/collect-blocks.ts';
import type { ExtractedPage } from './extract/extract-page.ts';
import type { FetchLimits } from './fetch/fetch-limits.ts';
import type { Resolve } from './fetch/open-connection.ts';
import type { FetchedPage } from './fetch/page-fetcher.ts';
import type { SiteManners } from './fetch/site-manners.ts';

export interface ResearchRequest {
  urls: string[];
  jobUrl: string | null;
  companyUrl: string | null;
  companyName: string;
  jobTitle: string;
  jobDescription: string | null;
}

/** One page read: every `quote` of `facts` is a substring of `content`. Times are ISO 8601 UTC, the hash hex. */
export type FoundNote = NewNote;

/** One page as it ends: what is said of it, and the note with its text as a person sees it when there is one. */
export interface PageEnd {
  report: SourceReport;
  note: FoundNote | null;
  blocks: Block[];
}

/** What a person would read on a fetched page. @throws ExtractFailed with the reason for the person, or the signal's reason. */
export type ReadPage = (page: FetchedPage, signal: AbortSignal) => Promise<ExtractedPage>;

export interface ResearchOptions {
  maxPages: number;
  /** Pages read at once; one host still gets one request at a time. */
  concurrency: number;
  /** `host:port` entries of private addresses that may be read. */
  allowPrivate: string[];
  /** Null: no web search. */
  searxngUrl: string | null;
  signal: AbortSignal;
  readPage: ReadPage;
  /** What the runs of a process owe the sites together. */
  manners?: SiteManners;
  /** The note this run has already stored for the URL; such a page is not fetched again. */
  alreadyFetched: (url: string) => FoundNote | null;
  /** The newest note there is of the page, whichever run read it. */
  findStored: (url: string) => Promise<FoundNote | null>;
  /** Called as a page is asked for. */
  onStart?: (url: string) => void;
  /** Called once as each page ends, never twice at the same time. */
  onPage: (end: PageEnd, pagesDone: number, pagesTotal: number) => Promise<void>;
  limits?: Partial<FetchLimits>;
  resolve?: Resolve;
}
