import { request, type Dispatcher } from 'undici';
import { FetchFailed } from './fetch-errors.ts';
import { USER_AGENT } from './fetch-limits.ts';
import { readBody } from './read-body.ts';
import { parseRetryAfter } from './retry-after.ts';
import { orAborted, type ProgressWatch } from './watch-progress.ts';

/** What a site gives to ask later whether a page has changed: both as sent, null where it gave none. */
export interface PageValidators {
  etag: string | null;
  last_modified: string | null;
}

export interface ExchangeRules {
  dispatcher: Dispatcher;
  watch: ProgressWatch;
  /** The Accept header. */
  accept: string;
  /** Validators of what we have: with either, the site may answer that nothing has changed. */
  etag?: string | null;
  lastModified?: string | null;
  maxBytes: number;
  tooLarge: 'fail' | 'cut';
  /** The body is read only when this does not throw. */
  acceptType: (contentType: string) => void;
}

export interface Exchanged {
  status: number;
  /** Where the site sends us on to; null when it answered itself. */
  location: string | null;
  contentType: string;
  validators: PageValidators;
  bytes: Buffer;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Others of the 2xx carry nothing (204, 205) or a part that was not asked for (206). */
const WHOLE_PAGES = new Set([200, 201, 202, 203]);
const MAY_ASK_FOR_PATIENCE = new Set([429, 503]);

/** One GET, one answer: no redirect is followed here. The body is read only of an answer that is a page; 304 comes only when validators were sent. */
export async function exchange(url: URL, rules: ExchangeRules): Promise<Exchanged> {
  const { watch } = rules;
  const conditions = conditionHeaders(rules);
  const asked = request(url, {
    dispatcher: rules.dispatcher,
    method: 'GET',
    headers: {
      'user-agent': USER_AGENT,
      accept: rules.accept,
      'accept-language': 'en,*;q=0.5',
      'accept-encoding': 'gzip, br',
      ...conditions,
    },
    signal: watch.signal,
  });
  const answer = await orAborted(asked, watch.signal);
  watch.alive();
  // The body is dropped with its connection; its late errors concern nobody.
  answer.body.on('error', () => undefined);
  const status = answer.statusCode;
  const contentType = one(answer.headers['content-type']);
  const validators = { etag: one(answer.headers.etag) || null, last_modified: one(answer.headers['last-modified']) || null };
  const without = { status, location: null, contentType, validators, bytes: Buffer.alloc(0) };
  if (status === 304 && Object.keys(conditions).length > 0) return without;
  const location = REDIRECTS.has(status) ? one(answer.headers.location) || null : null;
  if (location !== null) return { ...without, location };
  if (!WHOLE_PAGES.has(status)) {
    const retryAfterMs = MAY_ASK_FOR_PATIENCE.has(status) ? parseRetryAfter(one(answer.headers['retry-after'])) : null;
    throw new FetchFailed(statusWords(status), { code: 'BAD_STATUS', status, retryAfterMs });
  }
  rules.acceptType(contentType);
  const bytes = readBody(answer.body, {
    contentEncoding: one(answer.headers['content-encoding'], ','),
    maxBytes: rules.maxBytes,
    tooLarge: rules.tooLarge,
    onBytes: watch.alive,
  });
  return { ...without, bytes: await orAborted(bytes, watch.signal) };
}

/** Only what a site could have sent: anything else in a header would throw or be misread. */
function conditionHeaders({ etag, lastModified }: ExchangeRules): Record<string, string> {
  const sendable = (value: string | null | undefined): value is string => /^[\x20-\x7e]{1,1000}$/.test(value ?? '');
  return {
    ...(sendable(etag) && { 'if-none-match': etag }),
    ...(sendable(lastModified) && { 'if-modified-since': lastModified }),
  };
}

function one(header: string | string[] | undefined, joint?: string): string {
  if (!Array.isArray(header)) return header ?? '';
  return joint === undefined ? (header[0] ?? '') : header.join(joint);
}

function statusWords(status: number): string {
  if (status === 404 || status === 410) return `The page does not exist (the site answered ${status}).`;
  if (status === 401 || status === 403) return `The site does not show this page to everyone (it answered ${status}).`;
  if (status === 429) return 'The site asks for fewer requests (it answered 429).';
  if (status >= 200 && status <= 299) return `The site answered without a page (${status}).`;
  if (status >= 500) return `The site has a problem of its own (it answered ${status}).`;
  return `The site did not give the page (it answered ${status}).`;
}
