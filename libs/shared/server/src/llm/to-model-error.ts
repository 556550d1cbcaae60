import { ModelError, type ModelErrorCode } from './model-error.ts';

const MAX_DETAIL = 300;

/** Servers say what is wrong in words alone; the first pattern that fits decides. */
const BY_WORDS: [RegExp, ModelErrorCode, string][] = [
  [
    /context (?:length|size|window)|exceeds? the (?:available )?context|maximum context|too many tokens/i,
    'CONTEXT_OVERFLOW',
    'The prompt is longer than the context window of the model',
  ],
  [
    /more system memory|out of memory|unable to allocate|cudaMalloc|insufficient memory|OOM/,
    'OUT_OF_MEMORY',
    'The model does not fit into the memory of the machine; try a smaller one',
  ],
  [/server busy|overloaded|maximum pending|rate limit|too many requests/i, 'BUSY', 'The model server is busy'],
  [/model\b.{0,120}\b(?:not found|does not exist)|try pulling it/i, 'MODEL_MISSING', 'The model is not installed'],
  [/does not support|unsupported|not supported/i, 'UNSUPPORTED', 'The model or its server does not support the request'],
];

const BY_STATUS: Record<number, [ModelErrorCode, string]> = {
  401: ['UNSUPPORTED', 'The model server refused the key; check OPENAI_API_KEY'],
  403: ['UNSUPPORTED', 'The model server refused access; check OPENAI_API_KEY'],
  404: ['MODEL_MISSING', 'The model server does not know the model or the address'],
  413: ['CONTEXT_OVERFLOW', 'The prompt is too long for the model server'],
  429: ['BUSY', 'The model server is busy'],
  503: ['BUSY', 'The model server is busy'],
};

/** An error that the server reported: `status` as HTTP gave it, 200 inside a stream; `detail` in the server's own words. */
export function errorFromServer(status: number, detail: string): ModelError {
  const words = shorten(detail);
  const [, code, text] = BY_WORDS.find(([pattern]) => pattern.test(detail)) ?? [null, ...(BY_STATUS[status] ?? other(status))];
  return new ModelError(code, words ? `${text}. The server said: ${words}` : `${text}.`);
}

/** A failure of the connection, or of anything else between here and the server. */
export function errorFromTransport(error: unknown, started: boolean): ModelError {
  if (error instanceof ModelError) return error;
  const when = started ? 'The connection to the model server broke in the middle of the answer' : 'The model server could not be reached';
  return new ModelError('TRANSPORT', `${when} (${rootCause(error)}).`, { cause: error });
}

export function truncatedStream(): ModelError {
  return new ModelError('TRUNCATED_STREAM', 'The model server ended its answer before it was complete.');
}

/** The text of an error body: `{"error":"…"}`, `{"error":{"message":"…"}}`, a page of HTML or plain words. */
export function detailOf(body: string): string {
  if (/^\s*</.test(body)) return 'a web page instead of an answer; a proxy stands in between';
  try {
    const parsed: unknown = JSON.parse(body);
    return detailOfError((parsed as { error?: unknown } | null)?.error) ?? body;
  } catch (error) {
    if (error instanceof SyntaxError) return body;
    throw error;
  }
}

export function detailOfError(error: unknown): string | null {
  if (typeof error === 'string') return error;
  const message = (error as { message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' ? message : null;
}

/** The innermost reason of a failed fetch, whose own message is always "fetch failed". */
export function rootCause(error: unknown): string {
  let inner = error as { code?: unknown; message?: unknown; cause?: unknown } | null | undefined;
  while (typeof inner?.cause === 'object' && inner.cause !== null) inner = inner.cause;
  const [reason = String(error)] = [inner?.code, inner?.message].filter((value) => typeof value === 'string' && value !== '');
  return String(reason);
}

function other(status: number): [ModelErrorCode, string] {
  return [
    'TRANSPORT',
    status === 200 ? 'The model server failed in the middle of the answer' : `The model server answered with status ${status}`,
  ];
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_DETAIL ? `${line.slice(0, MAX_DETAIL)}…` : line;
}
