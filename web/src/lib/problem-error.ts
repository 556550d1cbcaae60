import { problemSchema, type ErrorCode } from '@coverwright/contracts';

export interface FieldProblem {
  path: string;
  message: string;
}

/** A request that did not work: what happened (`message`), what to do (`hint`), and which fields are at fault. */
export class ProblemError extends Error {
  readonly code: ErrorCode | 'NO_ANSWER' | 'BAD_ANSWER';
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly title: string;
  readonly hint: string;
  readonly fields: FieldProblem[];

  constructor(options: Pick<ProblemError, 'code' | 'status' | 'title'> & { detail: string; hint?: string; fields?: FieldProblem[] }) {
    super(options.detail);
    this.name = 'ProblemError';
    this.code = options.code;
    this.status = options.status;
    this.title = options.title;
    this.hint = options.hint ?? '';
    this.fields = options.fields ?? [];
  }
}

export const noAnswer = (): ProblemError =>
  new ProblemError({
    code: 'NO_ANSWER',
    status: 0,
    title: 'No answer from Coverwright',
    detail: 'The server did not answer.',
    hint: 'See whether "npm start" is still running, then try again. Nothing that was saved is lost.',
  });

export const badAnswer = (status: number): ProblemError =>
  new ProblemError({
    code: 'BAD_ANSWER',
    status,
    title: 'The answer was not understood',
    detail: `The server answered with status ${status}, but not in the form this page expects.`,
    hint: 'Reload the page. If Coverwright was just updated, restart it.',
  });

/** Reads a problem document (RFC 9457). `body` is the parsed JSON, or undefined when there was none. */
export function toProblemError(status: number, body: unknown): ProblemError {
  const parsed = problemSchema.safeParse(body);
  if (!parsed.success) return badAnswer(status);
  const { code, title, detail, errors, hint } = parsed.data;
  return new ProblemError({ code, status, title, detail, hint: typeof hint === 'string' ? hint : '', fields: errors ?? [] });
}
