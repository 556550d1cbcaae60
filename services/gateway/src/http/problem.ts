import { HttpException } from '@nestjs/common';
import { errorTable, type ErrorCode, type Problem } from '@coverwright/contracts';
import { AppError, explainError } from '@coverwright/server';

const codeOfStatus: Partial<Record<number, ErrorCode>> = {
  400: 'VALIDATION_FAILED',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN_ORIGIN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  421: 'UNKNOWN_HOST',
  429: 'TOO_MANY_REQUESTS',
};

const codeOfBodyError: Partial<Record<string, ErrorCode>> = {
  'entity.parse.failed': 'BAD_JSON',
  'entity.too.large': 'BODY_TOO_LARGE',
  'encoding.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
  'charset.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
  'request.aborted': 'BAD_JSON',
  'request.size.invalid': 'BAD_JSON',
};

/** The one way from any error to an RFC 9457 problem. What was not expected says nothing of its inside. */
export function toProblem(error: unknown): Problem {
  if (error instanceof AppError)
    return problem(error.code, error.message, { ...error.extra, ...(error.hint === '' ? {} : { hint: error.hint }) });
  const bodyError = codeOfBodyError[String((error as { type?: unknown } | null)?.type)];
  if (bodyError === 'BAD_JSON')
    return problem('BAD_JSON', 'The body could not be read as JSON.', { hint: 'Check quotes, commas and brackets.' });
  if (bodyError !== undefined) return problem(bodyError, (error as Error).message, hintOf(bodyError));
  if (error instanceof HttpException) {
    const code = codeOfStatus[error.getStatus()] ?? 'INTERNAL';
    return problem(code, error.message, hintOf(code));
  }
  if (isClientError(error)) return problem(codeOfStatus[error.status] ?? 'VALIDATION_FAILED', error.message);
  const known = explainError(error);
  if (known.code !== 'INTERNAL') return problem(known.code, known.message, { hint: known.hint });
  return problem('INTERNAL', 'The request could not be answered because of an error in Coverwright.', {
    hint: 'Try again. If it happens again, the log of the gateway names the cause.',
  });
}

const hintOf = (code: ErrorCode) => (code === 'BODY_TOO_LARGE' ? { hint: 'JSON may have 1 MB, an uploaded file 10 MB.' } : {});

export function problem(code: ErrorCode, detail: string, extra: Record<string, unknown> = {}): Problem {
  const { status, title } = errorTable[code];
  return { type: `urn:coverwright:error:${code.toLowerCase().replaceAll('_', '-')}`, title, status, detail, code, ...extra };
}

/** What Express itself throws for a bad URL or header. */
function isClientError(error: unknown): error is Error & { status: number } {
  const status = (error as { status?: unknown } | null)?.status;
  return error instanceof Error && typeof status === 'number' && status >= 400 && status < 500;
}
