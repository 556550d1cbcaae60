import type { SourceReport } from '@coverwright/contracts';
import type { Run } from '@coverwright/server';
import type { FactModel } from './facts/choose-fact-model.ts';

/** Fetching takes seconds and a model minutes: how much of the step the pages are when a model reads them after. */
const PAGES_SHARE = 40;
/** With fewer pages known than this, more are likely to be found. */
const LIKELY_PAGES = 3;

/** What a person sees of research under way. The bar never goes back, although pages are found while others are read. */
export class RunProgress {
  readonly #run: Pick<Run, 'report'>;
  readonly #sources: SourceReport[];
  readonly #maxPages: number;
  #share = PAGES_SHARE;
  #percent = 0;
  #pages: { pages_done?: number; pages_total?: number } = {};

  constructor(run: Pick<Run, 'report'>, sources: SourceReport[], maxPages: number) {
    this.#run = run;
    this.#sources = sources;
    this.#maxPages = maxPages;
  }

  /** Passes on whether a model reads the pages after. */
  expectModel(model: FactModel | null): FactModel | null {
    if (model === null) this.#share = 100;
    return model;
  }

  reading(url: string): void {
    this.#say(this.#percent, `Reading ${url}`);
  }

  page(report: SourceReport, done: number, total: number): void {
    const likely = Math.max(total, Math.min(this.#maxPages, LIKELY_PAGES));
    this.#pages = { pages_done: done, pages_total: total };
    this.#say((this.#share * done) / likely, describePage(report));
  }

  call(call: number, calls: number): void {
    const share = 100 - PAGES_SHARE;
    this.#say(PAGES_SHARE + (share * (call - 1)) / calls, `The model looks for facts in what was read, part ${call} of ${calls}`);
  }

  #say(percent: number, message: string): void {
    this.#percent = Math.max(this.#percent, percent);
    this.#run.report(this.#percent, message, { ...this.#pages, sources: this.#sources });
  }
}

function describePage(report: SourceReport): string {
  const read = report.outcome === 'fetched' || report.outcome === 'cached';
  return read ? `Read ${report.title ?? report.url}` : `Could not read ${report.url}: ${report.reason ?? 'unknown reason'}`;
}
