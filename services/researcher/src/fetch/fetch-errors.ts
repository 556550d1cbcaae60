/** The address or the site's robots.txt says no: nothing was read. `message` is a sentence for the person. */
export class FetchRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FetchRefused';
  }
}

/** The page was asked for and could not be read. `message` is a sentence for the person. */
export class FetchFailed extends Error {
  /** The site ran into a deadline: asking it again costs as much again. */
  readonly timedOut: boolean;
  /** HTTP status, when the site answered at all. */
  readonly status: number | null;

  constructor(message: string, options: { timedOut?: boolean; status?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'FetchFailed';
    this.timedOut = options.timedOut ?? false;
    this.status = options.status ?? null;
  }
}

const WORDS: Record<string, string> = {
  ENOTFOUND: 'There is no site of that name.',
  EAI_AGAIN: 'The name of the site could not be looked up.',
  ECONNREFUSED: 'The site refused the connection.',
  ECONNRESET: 'The connection broke off before the page was complete.',
  EPIPE: 'The connection broke off before the page was complete.',
  UND_ERR_SOCKET: 'The connection broke off before the page was complete.',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'The site sent another length than it announced.',
  UND_ERR_CONNECT_TIMEOUT: 'The site could not be reached in time.',
  UND_ERR_HEADERS_OVERFLOW: 'The site sent headers that are too large.',
  ETIMEDOUT: 'The site could not be reached in time.',
  EHOSTUNREACH: 'The site cannot be reached from here.',
  ENETUNREACH: 'The site cannot be reached from here.',
};

/** Any error of the network stack as one of the two above; those two pass unchanged. */
export function asFetchError(error: unknown): FetchRefused | FetchFailed {
  if (error instanceof FetchRefused || error instanceof FetchFailed) return error;
  const { code, name } = codeAndName(error);
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|SIGNATURE/.test(code)) {
    return new FetchFailed('The site’s certificate is not valid.', { cause: error });
  }
  if (code.startsWith('HPE_') || name === 'HTTPParserError')
    return new FetchFailed('The site does not speak proper HTTP.', { cause: error });
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR')) {
    return new FetchFailed('The page is packed in a way that cannot be unpacked.', { cause: error });
  }
  return new FetchFailed(WORDS[code] ?? 'The page could not be read.', { cause: error });
}

/** By shape: errors of the network stack may come from another realm, where `instanceof` says no. */
function codeAndName(error: unknown): { code: string; name: string } {
  const { code, name } = typeof error === 'object' && error !== null ? (error as { code?: unknown; name?: unknown }) : {};
  return { code: typeof code === 'string' ? code : '', name: typeof name === 'string' ? name : '' };
}
