import type { SourceReport } from '@coverwright/contracts';
import { ExtractFailed } from './extract/load-html.ts';
import { FetchFailed, FetchRefused } from './fetch/fetch-errors.ts';
import { PageFetcher } from './fetch/page-fetcher.ts';
import { makeNote } from './make-note.ts';
import type { FoundNote, ResearchOptions, ResearchRequest } from './research-types.ts';
import { runLimited } from './run-limited.ts';
import { listGivenSources } from './sources/list-given-sources.ts';
import { rankLinks } from './sources/rank-links.ts';

export type { FoundNote, ResearchOptions, ResearchRequest } from './research-types.ts';

interface Visited {
  report: SourceReport;
  note: FoundNote | null;
  /** Pages of the same site worth reading next, best first. */
  next: string[];
}

/** Links are followed from the pages given and once more from what those lead to. */
const WAVES = 3;

/**
 * Finds sources, fetches them, and turns each page into a note with facts. Every page tried is one report, in the order of finding;
 * nothing found is said in them. Rejects only with the signal's reason, or with what `onPage` throws.
 */
export async function researchCompany(request: ResearchRequest, options: ResearchOptions): Promise<SourceReport[]> {
  const run = new ResearchRun(request, options);
  let sources = listGivenSources(request, options.maxPages);
  for (let wave = 0; wave < WAVES && sources.length > 0; wave += 1) {
    await run.visitAll(sources);
    sources = run.nextSources();
  }
  return run.reports();
}

class ResearchRun {
  readonly #request: ResearchRequest;
  readonly #options: ResearchOptions;
  readonly #fetcher: PageFetcher;
  /** In the order of finding; null while a page is being read. */
  readonly #pages = new Map<string, Visited | null>();
  readonly #urlOfContent = new Map<string, string>();
  #pagesDone = 0;
  #telling: Promise<void> = Promise.resolve();

  constructor(request: ResearchRequest, options: ResearchOptions) {
    this.#request = request;
    this.#options = options;
    this.#fetcher = new PageFetcher(options);
  }

  async visitAll(urls: string[]): Promise<void> {
    for (const url of urls) this.#pages.set(url, null);
    await runLimited(urls, this.#options.concurrency, async (url) => {
      const visited = this.#withoutTwin(await this.#visit(url));
      this.#pages.set(url, visited);
      await this.#tell(visited);
    });
  }

  /** Pages found on the pages read so far, the best of each page in turn, as many as the run may still read. */
  nextSources(): string[] {
    const lists = this.#visited().map((page) => page.next);
    const longest = Math.max(0, ...lists.map((list) => list.length));
    const inTurn = Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? [])).flat();
    const fresh = new Set(inTurn.filter((url) => !this.#pages.has(url)));
    return [...fresh].slice(0, Math.max(0, this.#options.maxPages - this.#pages.size));
  }

  reports(): SourceReport[] {
    return this.#visited().map((page) => page.report);
  }

  async #visit(url: string): Promise<Visited> {
    const { alreadyFetched, signal } = this.#options;
    signal.throwIfAborted();
    const known = alreadyFetched(url);
    if (known !== null) return { report: { url, outcome: 'cached', title: known.title, reason: null }, note: known, next: [] };
    try {
      const page = await this.#fetcher.fetch(url, signal);
      const { note, links, remark } = makeNote(url, page, this.#request);
      return { report: { url, outcome: 'fetched', title: note.title, reason: remark }, note, next: rankLinks(page.url, links) };
    } catch (error) {
      signal.throwIfAborted();
      return { report: unreadable(url, error), note: null, next: [] };
    }
  }

  /** Pages with the same text count once: the first read keeps its note, the others name it. */
  #withoutTwin(visited: Visited): Visited {
    const { note, report } = visited;
    if (note === null) return visited;
    const twin = this.#urlOfContent.get(note.content_sha256);
    if (twin !== undefined) return { ...visited, note: null, report: { ...report, reason: `The same text as ${twin}.` } };
    this.#urlOfContent.set(note.content_sha256, report.url);
    return visited;
  }

  /** One report at a time, so that the listener needs no lock of its own. */
  #tell(visited: Visited): Promise<void> {
    this.#pagesDone += 1;
    const [done, total] = [this.#pagesDone, this.#pages.size];
    this.#telling = this.#telling.then(() => this.#options.onPage(visited.report, done, total, visited.note));
    return this.#telling;
  }

  #visited(): Visited[] {
    return [...this.#pages.values()].filter((page) => page !== null);
  }
}

/** @throws what is neither a refusal nor a failure of the page: that is a fault of our own. */
function unreadable(url: string, error: unknown): SourceReport {
  if (error instanceof FetchRefused) return { url, outcome: 'refused', title: null, reason: error.message };
  if (error instanceof FetchFailed || error instanceof ExtractFailed) return { url, outcome: 'failed', title: null, reason: error.message };
  throw error;
}
