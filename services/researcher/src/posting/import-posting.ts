import type { ErrandResult, ReadPosting } from '@coverwright/contracts';
import { AppError } from '@coverwright/server';
import { ExtractFailed } from '../extract/load-html.ts';
import { FetchFailed, FetchRefused } from '../fetch/fetch-errors.ts';
import type { FetchedPage, PageFetcher } from '../fetch/page-fetcher.ts';
import type { PageParser } from '../parse/page-parser.ts';
import { normaliseUrl } from '../sources/normalise-url.ts';
import { findBoardSource, type BoardSource } from './board-sources.ts';
import type { Obstacle } from './page/tell-obstacle.ts';
import { missingFields, toPosting, type PostingReading } from './read-posting.ts';
import type { PostingParts } from './values/posting-parts.ts';

export interface ImportOptions {
  fetcher: Pick<PageFetcher, 'fetch'>;
  parser: Pick<PageParser, 'run'>;
  signal: AbortSignal;
  /** Which addresses have a public interface behind them. */
  findSource?: (url: string) => BoardSource | null;
}

const BY_HAND = 'Open the posting in your browser, copy its text, and paste it into a new application.';

/**
 * Reads the posting at an address: from the board's public interface where there is one, else from the page or the frame it shows.
 * @throws AppError URL_REFUSED, URL_UNREACHABLE or POSTING_NOT_FOUND with what happened and what to do; the signal's reason.
 */
export async function importPosting(url: string, options: ImportOptions): Promise<ErrandResult<'import'>> {
  try {
    const { posting, missing, obstacle } = await readAddress(normaliseUrl(url), options, true);
    if (obstacle !== null) throw new AppError('POSTING_NOT_FOUND', `${obstacle.detail} ${BY_HAND}`);
    return { posting, missing };
  } catch (error) {
    options.signal.throwIfAborted();
    throw asAppError(error);
  }
}

async function readAddress(address: string, options: ImportOptions, followsFrames: boolean): Promise<PostingReading> {
  const source = (options.findSource ?? findBoardSource)(address);
  const told = source === null ? null : await askBoard(source, address, options);
  if (told?.company_name) return asReading(toPosting(told));
  try {
    const page = await options.fetcher.fetch(source?.page ?? address, options.signal);
    const html = asMarkup(page);
    const reading = await options.parser.run('posting', [html, page.url], options.signal);
    // Some boards tell everything but whose board it is.
    if (told !== null) return asReading(withCompany(toPosting(told), reading.posting));
    if (reading.obstacle === null || !followsFrames) return reading;
    return (
      (await readFrames(html, page.url, address, reading, options)) ?? { ...reading, obstacle: sentOn(reading.obstacle, address, page.url) }
    );
  } catch (error) {
    options.signal.throwIfAborted();
    if (told !== null && isOfThePage(error)) return asReading(toPosting(told));
    throw error;
  }
}

/** Null when the interface does not answer or does not know the posting: the page may. */
async function askBoard(source: BoardSource, address: string, { fetcher, parser, signal }: ImportOptions): Promise<PostingParts | null> {
  try {
    const { text } = await fetcher.fetch(source.api, signal, { accept: 'json' });
    return await parser.run('board', [text, address], signal);
  } catch (error) {
    signal.throwIfAborted();
    if (isOfThePage(error)) return null;
    throw error;
  }
}

/** A page that holds no posting itself may show one that lives elsewhere. */
async function readFrames(
  html: string,
  found: string,
  asked: string,
  around: PostingReading,
  options: ImportOptions,
): Promise<PostingReading | null> {
  // A redirect to another spelling may have lost the parameters that name the job.
  const address = new URL(found).search === '' ? asked : found;
  for (const frame of await options.parser.run('embedded', [html, address], options.signal)) {
    try {
      const inside = await readAddress(frame, options, false);
      if (inside.obstacle === null) return asReading(withCompany(inside.posting, around.posting));
    } catch (error) {
      options.signal.throwIfAborted();
      if (!isOfThePage(error)) throw error;
    }
  }
  return null;
}

function withCompany(posting: ReadPosting, other: ReadPosting): ReadPosting {
  if (posting.company_name !== null) return posting;
  return { ...posting, company_name: other.company_name, company_url: posting.company_url ?? other.company_url };
}

function asReading(posting: ReadPosting): PostingReading {
  return { posting, missing: missingFields(posting), obstacle: null };
}

function asMarkup({ format, text }: FetchedPage): string {
  if (format === 'html') return text;
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<body><p>${escaped
    .replace(/\r\n?/g, '\n')
    .replace(/\n{2,}/g, '<p>')
    .replace(/\n/g, '<br>')}`;
}

/** Boards send the address of a posting that is gone on to their list. */
function sentOn(obstacle: Obstacle, asked: string, found: string): Obstacle {
  const [from, to] = [new URL(asked), new URL(found)];
  const isElsewhere = from.pathname.replace(/\/$/, '') !== to.pathname.replace(/\/$/, '') && to.pathname.length < from.pathname.length;
  if (!isElsewhere || (obstacle.kind !== 'list' && obstacle.kind !== 'other')) return obstacle;
  return { kind: 'expired', detail: `The site sends this address on to ${found}, so the posting is probably gone.` };
}

const isOfThePage = (error: unknown): boolean =>
  error instanceof FetchFailed || error instanceof FetchRefused || error instanceof ExtractFailed;

function asAppError(error: unknown): unknown {
  // What is no page was found, but is no posting that could be read.
  const isFile = error instanceof FetchRefused && error.code === 'TYPE_UNREADABLE';
  if (error instanceof FetchRefused && !isFile) return new AppError('URL_REFUSED', `${error.message} ${BY_HAND}`, { cause: error });
  if (error instanceof FetchFailed) return new AppError('URL_UNREACHABLE', `${error.message} ${BY_HAND}`, { cause: error });
  if (isFile || error instanceof ExtractFailed) return new AppError('POSTING_NOT_FOUND', `${error.message} ${BY_HAND}`, { cause: error });
  return error;
}
