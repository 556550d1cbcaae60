import { createHash } from 'node:crypto';
import { addressesAi } from './extract/addresses-ai.ts';
import { extractPage, extractText, type PageLink } from './extract/extract-page.ts';
import { ExtractFailed } from './extract/load-html.ts';
import { tellKind } from './extract/tell-kind.ts';
import { findFacts } from './facts/find-facts.ts';
import type { FetchedPage } from './fetch/page-fetcher.ts';
import type { FoundNote, ResearchRequest } from './research-types.ts';
import { normaliseUrl } from './sources/normalise-url.ts';
import { isSameSite, isSharedHost } from './sources/same-site.ts';

export interface MadeNote {
  note: FoundNote;
  links: PageLink[];
  /** What the person should know about the page, or null. */
  remark: string | null;
}

const MIN_LETTERS = 25;
/** Below this, a text that speaks of loading or of JavaScript is all there is to a page drawn by scripts. */
const SHELL_LETTERS = 250;

/**
 * The note of one fetched page: extract, tell its kind, find facts.
 * @param sourceUrl the address the page was asked for, which is what the note cites.
 * @throws ExtractFailed when there is nothing to read, with the reason for the person.
 */
export function makeNote(sourceUrl: string, page: FetchedPage, request: ResearchRequest): MadeNote {
  const extracted = page.format === 'text' ? extractText(page.text, page.url) : extractPage(page.text, page.url);
  refuseEmpty(extracted.content, page);
  const kind = tellKind(extracted, {
    url: page.url,
    isGivenPosting: request.jobUrl !== null && normaliseUrl(request.jobUrl) === sourceUrl,
    isCompanySite: isCompanySite(page.url, request),
    companyName: request.companyName,
  });
  const { companyName, jobTitle, jobDescription } = request;
  const note: FoundNote = {
    source_url: sourceUrl,
    title: extracted.title,
    kind,
    content: extracted.content,
    facts: findFacts(extracted.blocks, { companyName, jobTitle, jobDescription, kind }),
    content_sha256: createHash('sha256').update(extracted.content).digest('hex'),
    fetched_at: new Date().toISOString(),
  };
  const speaksToAi = extracted.blocks.some((block) => addressesAi(block.text));
  const remark = speaksToAi ? 'Part of this page speaks to AI programs; that part is kept here to be seen and not used.' : null;
  return { note, links: extracted.links, remark };
}

function refuseEmpty(content: string, page: FetchedPage): void {
  const letters = content.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const scripted = page.format === 'html' && /<script\b/i.test(page.text);
  const waiting = letters < SHELL_LETTERS && /java ?script|^\s*(?:loading|please wait|just a moment)/i.test(content);
  if (scripted && (waiting || letters < MIN_LETTERS)) throw new ExtractFailed('The page shows no text without JavaScript.');
  if (letters === 0) throw new ExtractFailed('The page is empty.');
}

function isCompanySite(url: string, request: ResearchRequest): boolean {
  const page = new URL(url);
  if (isSharedHost(page.hostname)) return false;
  const own = [request.companyUrl, ...request.urls].filter((given) => given !== null && URL.canParse(given));
  return own.some((given) => isSameSite(new URL(given!), page));
}
