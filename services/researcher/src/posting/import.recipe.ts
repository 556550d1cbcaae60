import { Inject, Injectable } from '@nestjs/common';
import type { ErrandPayload, ErrandResult } from '@coverwright/contracts';
import { ErrandRecipe, SETTINGS, type Settings } from '@coverwright/server';
import { FetchFailed } from '../fetch/fetch-errors.ts';
import { PageFetcher } from '../fetch/page-fetcher.ts';
import { PageTools } from '../page-tools.ts';
import { importPosting } from './import-posting.ts';

/** Shorter than the asker waits, so that a slow site is named as what it is; long enough for a page, a frame and both their robots.txt. */
const deadlineMs = 35_000;

/** Reads one posting for somebody who waits for it. */
@Injectable()
export class ImportRecipe extends ErrandRecipe<'import'> {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PageTools) private readonly tools: PageTools,
  ) {
    super();
  }

  override run = async ({ url }: ErrandPayload<'import'>, signal: AbortSignal): Promise<ErrandResult<'import'>> => {
    const { manners, parser } = this.tools;
    parser.warm();
    const fetcher = new PageFetcher({ ...this.settings.research, manners });
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new FetchFailed('The site took too long and was given up.', { timedOut: true })), deadlineMs);
    try {
      return await importPosting(url, { fetcher, parser, signal: AbortSignal.any([signal, late.signal]) });
    } finally {
      clearTimeout(timer);
    }
  };
}
