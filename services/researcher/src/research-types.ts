import type { Fact, NoteKind, SourceReport } from '@coverwright/contracts';
import type { FetchLimits } from './fetch/fetch-limits.ts';
import type { Resolve } from './fetch/open-connection.ts';

export interface ResearchRequest {
  urls: string[];
  jobUrl: string | null;
  companyUrl: string | null;
  companyName: string;
  jobTitle: string;
  jobDescription: string | null;
}

/** One page read: every `quote` of `facts` is a substring of `content`. `fetched_at` is ISO 8601 UTC, the hash hex. */
export interface FoundNote {
  source_url: string;
  title: string;
  kind: NoteKind;
  content: string;
  facts: Fact[];
  content_sha256: string;
  fetched_at: string;
}

export interface ResearchOptions {
  maxPages: number;
  /** Pages read at once; one host still gets one request at a time. */
  concurrency: number;
  /** `host:port` entries of private addresses that may be read. */
  allowPrivate: string[];
  signal: AbortSignal;
  /** The note this run has already stored for the URL; such a page is not fetched again. */
  alreadyFetched: (url: string) => FoundNote | null;
  /** Called once as each page ends, never twice at the same time, with the note when there is one. */
  onPage: (report: SourceReport, pagesDone: number, pagesTotal: number, note: FoundNote | null) => Promise<void>;
  limits?: Partial<FetchLimits>;
  resolve?: Resolve;
}
