import type { JobError } from '@coverwright/contracts';
import { AppError } from './app-error.ts';
import { passingCause } from './passing-cause.ts';

/** Puts any error into words for the person whose run it ended: what happened and what to do. Never a stack trace. */
export function explainError(error: unknown): JobError {
  if (error instanceof AppError) return error.toJobError();
  return (
    passingCause(error) ?? {
      code: 'INTERNAL',
      message: 'The run stopped because of an error in Coverwright.',
      hint: 'Press Retry. If it happens again, the log names the run and the cause.',
    }
  );
}
