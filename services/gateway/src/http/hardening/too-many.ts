import type { Problem } from '@coverwright/contracts';
import { problem } from '../problem.ts';

/** A refusal that says when to come back; `seconds` is for `Retry-After`. */
export function tooMany(detail: string, retryInMs: number): { problem: Problem; seconds: number } {
  const seconds = Math.max(1, Math.ceil(retryInMs / 1000));
  return { problem: problem('TOO_MANY_REQUESTS', detail, { hint: `Try again in ${seconds} seconds.` }), seconds };
}
