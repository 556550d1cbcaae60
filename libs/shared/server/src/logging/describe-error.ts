import { redactMessage } from './redact-text.ts';

export interface DescribedError {
  type: string;
  code?: string;
  message: string;
  stack: string;
  cause?: DescribedError;
}

const deepestCause = 4;

/**
 * An error as it may stand in a log: what kind, where and, as far as that quotes nobody, why. Nothing else of it: the error of a database
 * carries the row, that of a parser the text.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const message = redactMessage(error.message);
  const { code, cause } = error as NodeJS.ErrnoException;
  const type = /^\w+$/.test(error.name) ? error.name : 'Error';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type,
    ...(typeof code === 'string' && /^\w+$/.test(code) ? { code } : {}),
    message,
    stack: [`${type}: ${message}`, ...frames].join('\n'),
    ...(cause instanceof Error && depth < deepestCause ? { cause: describeError(cause, depth + 1) } : {}),
  };
}
