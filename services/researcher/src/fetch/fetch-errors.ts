/** Why an address was left alone, for programs; stable. */
export type RefusalCode =
  | 'URL_TOO_LONG'
  | 'URL_INVALID'
  | 'URL_CHARACTERS'
  | 'URL_SCHEME'
  | 'URL_USER'
  | 'URL_PORT'
  | 'HOST_OBSCURED'
  | 'HOST_PRIVATE'
  | 'ADDRESS_PRIVATE'
  | 'ADDRESS_CHANGED'
  | 'ROBOTS_DISALLOWED'
  | 'ROBOTS_UNREADABLE'
  | 'TYPE_UNREADABLE';

/** Why a page could not be read, for programs; stable. */
export type FailureCode =
  | 'TIMED_OUT'
  | 'WAIT_TOO_LONG'
  | 'BAD_STATUS'
  | 'NO_SUCH_HOST'
  | 'UNREACHABLE'
  | 'BROKEN_OFF'
  | 'BAD_CERTIFICATE'
  | 'BAD_HTTP'
  | 'BAD_ENCODING'
  | 'BAD_REDIRECT'
  | 'TOO_LARGE'
  | 'UNREADABLE';

/** The address or the site's robots.txt says no: nothing was read. `message` is a sentence for the person. */
export class FetchRefused extends Error {
  readonly code: RefusalCode;

  constructor(message: string, code: RefusalCode) {
    super(message);
    this.name = 'FetchRefused';
    this.code = code;
  }
}

interface Failure {
  code?: FailureCode;
  timedOut?: boolean;
  status?: number;
  retryAfterMs?: number | null;
  cause?: unknown;
}

/** The page was asked for and could not be read. `message` is a sentence for the person. */
export class FetchFailed extends Error {
  readonly code: FailureCode;
  /** The site ran into a deadline: asking it again costs as much again. */
  readonly timedOut: boolean;
  /** HTTP status, when the site answered at all. */
  readonly status: number | null;
  /** How long the site asks to be left alone, when it does. */
  readonly retryAfterMs: number | null;

  constructor(message: string, failure: Failure = {}) {
    super(message, { cause: failure.cause });
    this.name = 'FetchFailed';
    this.timedOut = failure.timedOut ?? false;
    this.code = failure.code ?? (this.timedOut ? 'TIMED_OUT' : 'UNREADABLE');
    this.status = failure.status ?? null;
    this.retryAfterMs = failure.retryAfterMs ?? null;
  }
}

const BROKEN_OFF: [FailureCode, string] = ['BROKEN_OFF', 'The connection broke off before the page was complete.'];
const NOT_IN_TIME: [FailureCode, string] = ['UNREACHABLE', 'The site could not be reached in time.'];
const NO_WAY: [FailureCode, string] = ['UNREACHABLE', 'The site cannot be reached from here.'];

const WORDS: Record<string, [FailureCode, string]> = {
  ENOTFOUND: ['NO_SUCH_HOST', 'There is no site of that name.'],
  EAI_AGAIN: ['NO_SUCH_HOST', 'The name of the site could not be looked up.'],
  ECONNREFUSED: ['UNREACHABLE', 'The site refused the connection.'],
  ECONNRESET: BROKEN_OFF,
  EPIPE: BROKEN_OFF,
  UND_ERR_SOCKET: BROKEN_OFF,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['BROKEN_OFF', 'The site sent another length than it announced.'],
  UND_ERR_CONNECT_TIMEOUT: NOT_IN_TIME,
  UND_ERR_HEADERS_OVERFLOW: ['BAD_HTTP', 'The site sent headers that are too large.'],
  ETIMEDOUT: NOT_IN_TIME,
  EHOSTUNREACH: NO_WAY,
  ENETUNREACH: NO_WAY,
};

/** Any error of the network stack as one of the two above; those two pass unchanged. */
export function asFetchError(error: unknown): FetchRefused | FetchFailed {
  if (error instanceof FetchRefused || error instanceof FetchFailed) return error;
  const { code: thrown, name } = codeAndName(error);
  const [code, message] = explain(thrown, name);
  return new FetchFailed(message, { code, cause: error });
}

function explain(code: string, name: string): [FailureCode, string] {
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|SIGNATURE/.test(code)) return ['BAD_CERTIFICATE', 'The site’s certificate is not valid.'];
  if (/^ERR_(?:SSL|TLS)|^EPROTO$/.test(code)) return ['BAD_HTTP', 'The site does not speak proper HTTPS.'];
  if (code.startsWith('HPE_') || name === 'HTTPParserError') return ['BAD_HTTP', 'The site does not speak proper HTTP.'];
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR')) {
    return ['BAD_ENCODING', 'The page is packed in a way that cannot be unpacked.'];
  }
  return WORDS[code] ?? ['UNREADABLE', 'The page could not be read.'];
}

/** By shape: errors of the network stack may come from another realm, where `instanceof` says no. */
function codeAndName(error: unknown): { code: string; name: string } {
  const { code, name } = typeof error === 'object' && error !== null ? (error as { code?: unknown; name?: unknown }) : {};
  return { code: typeof code === 'string' ? code : '', name: typeof name === 'string' ? name : '' };
}
