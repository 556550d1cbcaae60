import type { SourceReport } from '@coverwright/contracts';
import type { PageLead } from '@coverwright/server';
import { chooseFacts } from './facts/choose-facts.ts';
import { KnownFacts } from './facts/known-facts.ts';
import type { FoundNote, ResearchOptions } from './research-types.ts';
import { runLimited } from './run-limited.ts';
import type { Source } from './sources/list-given-sources.ts';
import { pageKey } from './sources/normalise-url.ts';
import { unread, visitPage, type Visited, type VisitParts } from './visit-page.ts';

/** The pages of one run: each is read once, said once, and its note handed on before the next one's. */
export class ResearchRun {
  readonly #parts: VisitParts & { options: ResearchOptions };
  /** By address, in the order of finding; null while a page is being read. */
  readonly #pages = new Map<string, Visited | null>();
  /** Addresses that lead to a page of the run, whatever their spelling. */
  readonly #keys = new Set<string>();
  readonly #urlOfContent = new Map<string, string>();
  readonly #facts = new KnownFacts();
  #pagesDone = 0;
  #telling: Promise<void> = Promise.resolve();

  constructor(parts: VisitParts & { options: ResearchOptions }) {
    this.#parts = parts;
  }

  /** How many pages the run may still read. */
  get left(): number {
    return Math.max(0, this.#parts.options.maxPages - this.#pages.size);
  }

  /** One for every page tried, in the order of finding. */
  reports(): SourceReport[] {
    return this.#visited().map((page) => page.report);
  }

  /** Where the pages read so far lead on to, without what the run knows already. */
  leads(): PageLead[] {
    return this.#visited().flatMap((page) => page.leads.filter((lead) => !this.knows(lead.url)));
  }

  /** A page of the company's site: the one that was named as such, else the first that was found. */
  site(): URL | null {
    const pages = this.#visited().filter((page) => page.site !== null);
    return (pages.find((page) => page.source.found === 'company') ?? pages[0])?.site ?? null;
  }

  /** What the pages that gave a note are about. */
  covered(): string[] {
    return this.#visited().flatMap(({ note, source }) => (note !== null && source.subject !== undefined ? [source.subject] : []));
  }

  pagesRead(): number {
    return this.#visited().filter((page) => page.note !== null).length;
  }

  knows(url: string): boolean {
    return this.#keys.has(pageKey(url));
  }

  async visitAll(sources: readonly Source[]): Promise<void> {
    for (const { url } of sources) {
      this.#pages.set(url, null);
      this.#keys.add(pageKey(url));
    }
    const turns = turnsPerHost(sources);
    await runLimited(sources, this.#parts.options.concurrency, async (source) => {
      const { before, done } = turns.get(source) as Turn;
      try {
        const visited = await visitPage(source, this.#parts);
        // Pages of one host come one after the other; that a shorter one is parsed sooner must not change what the run says.
        await before;
        await this.#end(this.#withoutTwin(visited));
      } finally {
        done();
      }
    });
  }

  /** Reads a page that may not exist. One that gives nothing new was never there, as far as the person is concerned. */
  async tryPage(source: Source): Promise<void> {
    const visited = await visitPage(source, this.#parts);
    if (visited.note !== null && !this.knows(visited.finalUrl) && this.#withoutTwin(visited).note !== null) await this.#end(visited);
    this.#keys.add(pageKey(source.url));
  }

  /** Says that looking for pages went wrong. */
  async sayFailed(source: Source, reason: string): Promise<void> {
    await this.#end(unread(source, 'failed', reason));
  }

  /** Pages with the same text count once: the first read keeps its note, the others name it. */
  #withoutTwin(visited: Visited): Visited {
    const { note, report, source } = visited;
    if (note === null) return visited;
    const twin = this.#urlOfContent.get(note.content_sha256);
    if (twin !== undefined && twin !== source.url)
      return { ...visited, note: null, report: { ...report, reason: `The same text as ${twin}.` } };
    this.#urlOfContent.set(note.content_sha256, source.url);
    return visited;
  }

  async #end(visited: Visited): Promise<void> {
    this.#pages.set(visited.source.url, visited);
    this.#keys.add(pageKey(visited.finalUrl));
    this.#pagesDone += 1;
    const [done, total] = [this.#pagesDone, this.#pages.size];
    // One page at a time, so that the listener needs no lock of its own and a fact is new to one page only.
    this.#telling = this.#telling.then(() => {
      const { report, blocks } = visited;
      return this.#parts.options.onPage({ report, note: this.#withFacts(visited), blocks }, done, total);
    });
    await this.#telling;
  }

  #withFacts({ note, candidates }: Visited): FoundNote | null {
    if (note === null) return null;
    const facts = candidates === null ? note.facts : chooseFacts(candidates, this.#facts);
    this.#facts.add(facts);
    return { ...note, facts };
  }

  #visited(): Visited[] {
    return [...this.#pages.values()].filter((page) => page !== null);
  }
}

interface Turn {
  before: Promise<void>;
  done: () => void;
}

function turnsPerHost(sources: readonly Source[]): Map<Source, Turn> {
  const tails = new Map<string, Promise<void>>();
  const turns = new Map<Source, Turn>();
  for (const source of sources) {
    const host = URL.canParse(source.url) ? new URL(source.url).host : '';
    const { promise, resolve } = Promise.withResolvers<void>();
    turns.set(source, { before: tails.get(host) ?? Promise.resolve(), done: resolve });
    tails.set(host, promise);
  }
  return turns;
}
