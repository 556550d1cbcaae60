import { startDeadline } from '@coverwright/server';
import { FetchFailed } from './fetch-errors.ts';

export interface ProgressWatch {
  /** Aborts with the caller's reason, or with a FetchFailed when a deadline passes. */
  signal: AbortSignal;
  /** Bytes came: the idle deadline starts anew. */
  alive: () => void;
  /** Whether this process stood still meanwhile, so that a broken connection is not the site's fault. */
  stoodStill: () => boolean;
  stop: () => void;
}

export function watchProgress(signal: AbortSignal, limits: { deadlineMs: number; idleMs: number }): ProgressWatch {
  const controller = new AbortController();
  const passOn = () => controller.abort(signal.reason);
  if (signal.aborted) passOn();
  else signal.addEventListener('abort', passOn, { once: true });
  const late = () => controller.abort(new FetchFailed('The site took too long and was given up.', { timedOut: true }));
  const silent = () => controller.abort(new FetchFailed('The site stopped answering.', { timedOut: true }));
  const deadline = startDeadline(Math.max(0, limits.deadlineMs), late);
  const idle = startDeadline(limits.idleMs, silent);
  return {
    signal: controller.signal,
    alive: () => idle.restart(),
    stoodStill: () => idle.stoodStill() || deadline.stoodStill(),
    stop: () => {
      deadline.clear();
      idle.clear();
      signal.removeEventListener('abort', passOn);
    },
  };
}

/** The promise, or the signal's reason as soon as it aborts, whichever is first. */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  // Left behind by an abort, a later rejection has nobody to go to: the abort is what is reported.
  promise.catch(() => undefined);
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
