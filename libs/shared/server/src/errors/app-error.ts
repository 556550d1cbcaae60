import { errorTable, type ErrorCode, type JobError } from '@coverwright/contracts';

/** An expected failure: `message` says what happened and what it means, `hint` what to do next. Crosses processes as its code. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  /** Further members of the problem document, for instance `job_id` of JOB_ACTIVE. */
  readonly extra: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, options: { hint?: string; extra?: Record<string, unknown>; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.hint = options.hint ?? '';
    this.extra = options.extra ?? {};
  }

  get httpStatus(): number {
    return errorTable[this.code].status;
  }

  toJobError(): JobError {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}
