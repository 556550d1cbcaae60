import type { NoteKind } from '@coverwright/contracts';
import type { ExtractedPage } from './extract-page.ts';

const JOB_PATH =
  /(?:^|[/_-])(?:jobs?|careers?|positions?|openings?|vacanc(?:y|ies)|stellen(?:angebote?)?|requisition|jobdetails?|opportunit(?:y|ies))(?:[/_.-]|$)/i;
const JOB_WORDS = [
  /\bresponsibilit|what you.ll do|you will\b|your (?:role|tasks)|deine aufgaben/i,
  /\brequirements?\b|qualifications?|what you.ll (?:bring|need)|we.re looking for|you have\b|dein profil/i,
  /\bapply\b|application|equal opportunity|bewerb/i,
  /\bfull[- ]time|part[- ]time|salary|compensation|benefits|years of experience/i,
];
const NEWS_PATH = /(?:^|\/)(?:news|newsroom|press|press-releases?|blog|posts?|stories|articles?|announcements?|\d{4}\/\d{1,2})(?:\/|$)/i;

export interface KindContext {
  url: string;
  /** The person said this is the posting. */
  isGivenPosting: boolean;
  /** The page is on the company's own site. */
  isCompanySite: boolean;
  companyName: string;
}

/** What a page is: the posting, news, a page about the company, or something else. */
export function tellKind(page: ExtractedPage, context: KindContext): NoteKind {
  if (context.isGivenPosting || page.posting !== null) return 'posting';
  const { pathname } = new URL(context.url);
  const words = JOB_WORDS.filter((pattern) => pattern.test(page.content)).length;
  // A posting has a path of its own below the list of jobs.
  const jobItem = JOB_PATH.test(pathname) && pathname.split('/').filter((part) => part !== '').length >= 2;
  if (words >= 3 && jobItem) return 'posting';
  if (NEWS_PATH.test(pathname) || page.isArticle) return 'news';
  if (context.isCompanySite) return 'company';
  return page.content.toLowerCase().includes(context.companyName.trim().toLowerCase()) ? 'company' : 'other';
}
