import { extractPage, extractText, type ExtractedPage } from './extract/extract-page.ts';
import type { FetchedPage } from './fetch/page-fetcher.ts';

/** What a person would read on a fetched page. @throws ExtractFailed with the reason for the person, or the signal's reason. */
export type ReadPage = (page: FetchedPage, signal: AbortSignal) => Promise<ExtractedPage>;

export const readPage: ReadPage = async ({ format, text, url }) => (format === 'text' ? extractText(text, url) : extractPage(text, url));
