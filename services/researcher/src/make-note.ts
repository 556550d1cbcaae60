import { createHash } from 'node:crypto';
import type { PageLead } from '@coverwright/server';
import type { ExtractedPage } from './extract/extract-page.ts';
import { ExtractFailed } from './extract/load-html.ts';
import { tellKind } from './extract/tell-kind.ts';
import { placeBlocks } from './facts/place-blocks.ts';
import { rankSentences, type Candidate } from './facts/rank-sentences.ts';
import type { FetchedPage } from './fetch/page-fetcher.ts';
import type { FoundNote, ResearchRequest } from './research-types.ts';
import { isCompanyPage } from './sources/company-page.ts';
import { namesCompany } from './sources/company-name.ts';
import type { Source } from './sources/list-given-sources.ts';
import { normaliseUrl } from './sources/normalise-url.ts';
import { findCompanyHome, rankLinks } from './sources/rank-links.ts';

export interface MadeNote {
  /** Still without facts: which ones are new depends on the pages read before it. */
  note: FoundNote & { leads: PageLead[] };
  candidates: Candidate[];
  blocks: ExtractedPage['blocks'];
  /** What the person should know about the page, or null. */
  remark: string | null;
  isCompanySite: boolean;
}

const MIN_LETTERS = 25;
/** Below this, a text that speaks of loading or of JavaScript is all there is to a page drawn by scripts. */
const SHELL_LETTERS = 250;
/** What sites say of a page that is not there with a status that says it is. */
const NOT_FOUND =
  /\b(?:404|not found|does(?:n['’]t| not) exist|no longer (?:available|exists)|nicht gefunden|introuvable|no encontrada|non trovata)\b/i;

/**
 * The note of one fetched page: tell its kind, rank what could be quoted, see where it leads on to. `source.url` is the
 * address the page was asked for, which is what the note cites.
 * @throws ExtractFailed when there is nothing to read, with the reason for the person.
 */
export function makeNote(source: Source, page: FetchedPage, extracted: ExtractedPage, request: ResearchRequest): MadeNote {
  refuseEmpty(extracted.content, page);
  const { companyName, jobTitle, jobDescription } = request;
  refuseUnrelated(source, extracted, companyName);
  const isCompanySite = isCompanyPage(source, page.url, extracted, request);
  const kind = tellKind(extracted, {
    url: page.url,
    isGivenPosting: request.jobUrl !== null && normaliseUrl(request.jobUrl) === source.url,
    isCompanySite,
    companyName,
  });
  const blocks = placeBlocks(extracted.blocks);
  const candidates = rankSentences(blocks, { companyName, jobTitle, jobDescription, kind, isElsewhere: source.found === 'search' });
  const leads = isCompanySite ? rankLinks(page.url, extracted.links, companyName) : findCompanyHome(page.url, extracted.links, companyName);
  const note = {
    source_url: source.url,
    title: extracted.title,
    kind,
    content: extracted.content,
    facts: [],
    content_sha256: createHash('sha256').update(extracted.content).digest('hex'),
    etag: page.validators.etag,
    last_modified: page.validators.last_modified,
    leads,
    facts_by: null,
    fetched_at: new Date().toISOString(),
  };
  const remark = blocks.some((block) => block.speaksToAi)
    ? 'Part of this page speaks to AI programs; that part is kept here to be seen and not used.'
    : null;
  return { note, candidates, blocks: extracted.blocks, remark, isCompanySite };
}

function refuseEmpty(content: string, page: FetchedPage): void {
  const letters = content.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const scripted = page.format === 'html' && /<script\b/i.test(page.text);
  const waiting = letters < SHELL_LETTERS && /java ?script|^\s*(?:loading|please wait|just a moment)/i.test(content);
  if (scripted && (waiting || letters < MIN_LETTERS)) throw new ExtractFailed('The page shows no text without JavaScript.');
  if (letters === 0) throw new ExtractFailed('The page is empty.');
}

/** What nobody named must show that it is what it was taken for. */
function refuseUnrelated({ found }: Source, { title, content }: ExtractedPage, companyName: string): void {
  if (found === 'search' && !namesCompany(`${title} ${content}`, companyName))
    throw new ExtractFailed(`The page does not speak of ${companyName}.`);
  if (found === 'guess' && (NOT_FOUND.test(title) || (content.length < 600 && NOT_FOUND.test(content))))
    throw new ExtractFailed('The page does not exist.');
}
