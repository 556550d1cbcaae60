import type { JobError } from '@coverwright/contracts';
import { AppError } from './app-error.ts';

interface Cause {
  code?: unknown;
  driverError?: { code?: unknown };
}

/** Puts any error into words for the person whose run it ended: what happened and what to do. Never a stack trace. */
export function explainError(error: unknown): JobError {
  if (error instanceof AppError) return error.toJobError();
  const code = errorCodeOf(error);
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') {
    return {
      code: 'STORAGE_FAILED',
      message: 'The disk is full, so the letter could not be saved.',
      hint: 'Free some space, then press Retry.',
    };
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'SQLITE_READONLY') {
    return {
      code: 'STORAGE_FAILED',
      message: 'The content or data folder cannot be written.',
      hint: 'Give the user who runs Coverwright write access to CONTENT_DIR and DATA_DIR, then press Retry.',
    };
  }
  if (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) {
    return {
      code: 'DATABASE_BUSY',
      message: 'The database was busy for too long.',
      hint: 'Close other programs that have the database open, then press Retry.',
    };
  }
  return {
    code: 'INTERNAL',
    message: 'The run stopped because of an error in Coverwright.',
    hint: 'Press Retry. If it happens again, the log names the run and the cause.',
  };
}

export function errorCodeOf(error: unknown): unknown {
  const cause = (error ?? {}) as Cause;
  return cause.code ?? cause.driverError?.code;
}
