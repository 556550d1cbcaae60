import { request, type Dispatcher } from 'undici';
import { FetchFailed } from './fetch-errors.ts';
import { USER_AGENT } from './fetch-limits.ts';
import { readBody } from './read-body.ts';
import { orAborted, type ProgressWatch } from './watch-progress.ts';

export interface ExchangeRules {
  dispatcher: Dispatcher;
  watch: ProgressWatch;
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
  bytes: Buffer;
}

/** One GET, one answer: no redirect is followed here. The body is read only of a 2xx answer. */
export async function exchange(url: URL, rules: ExchangeRules): Promise<Exchanged> {
  const { watch } = rules;
  const asked = request(url, {
    dispatcher: rules.dispatcher,
    method: 'GET',
    headers: {
      'user-agent': USER_AGENT,
      accept: 'text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8',
      'accept-language': 'en,*;q=0.5',
      'accept-encoding': 'gzip, br',
    },
    signal: watch.signal,
  });
  const answer = await orAborted(asked, watch.signal);
  watch.alive();
  // The body is dropped with its connection; its late errors concern nobody.
  answer.body.on('error', () => undefined);
  const status = answer.statusCode;
  const contentType = one(answer.headers['content-type']);
  const location = status >= 300 && status < 400 ? one(answer.headers.location) || null : null;
  if (location !== null) return { status, location, contentType, bytes: Buffer.alloc(0) };
  if (status < 200 || status > 299) throw new FetchFailed(statusWords(status), { status });
  rules.acceptType(contentType);
  const bytes = readBody(answer.body, {
    contentEncoding: one(answer.headers['content-encoding'], ','),
    maxBytes: rules.maxBytes,
    tooLarge: rules.tooLarge,
    onBytes: watch.alive,
  });
  return { status, location: null, contentType, bytes: await orAborted(bytes, watch.signal) };
}

function one(header: string | string[] | undefined, joint?: string): string {
  if (!Array.isArray(header)) return header ?? '';
  return joint === undefined ? (header[0] ?? '') : header.join(joint);
}

function statusWords(status: number): string {
  if (status === 404 || status === 410) return `The page does not exist (the site answered ${status}).`;
  if (status === 401 || status === 403) return `The site does not show this page to everyone (it answered ${status}).`;
  if (status === 429) return 'The site asks for fewer requests (it answered 429).';
  if (status >= 500) return `The site has a problem of its own (it answered ${status}).`;
  return `The site did not give the page (it answered ${status}).`;
}
