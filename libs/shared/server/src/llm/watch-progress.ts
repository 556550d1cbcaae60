import { startDeadline } from '../time/deadline.ts';
import { abortedCall, ModelError } from './model-error.ts';

/** How long a call may stand still, in milliseconds. There is no limit on its whole length: a slow model is not an error. */
export interface ProgressLimits {
  /** From the request to the first token: waiting for a slot, loading the model and reading the prompt. */
  firstTokenMs: number;
  /** Between two tokens. */
  idleMs: number;
}

export const DEFAULT_LIMITS: ProgressLimits = { firstTokenMs: 10 * 60_000, idleMs: 2 * 60_000 };

export interface ProgressWatch {
  /** Aborts when the caller does or a limit is passed. */
  readonly signal: AbortSignal;
  beat(): void;
  /** Ends the watch and closes what hangs on its signal. */
  end(): void;
  /** Why the call was ended, if the caller or a limit ended it. */
  reason(): ModelError | null;
}

export function watchProgress(caller: AbortSignal, limits: ProgressLimits): ProgressWatch {
  const controller = new AbortController();
  let expired: ModelError | null = null;
  const expire = (error: ModelError) => () => {
    expired = error;
    controller.abort();
  };
  let deadline = startDeadline(limits.firstTokenMs, expire(firstTokenTimeout(limits.firstTokenMs)));

  return {
    signal: AbortSignal.any([caller, controller.signal]),
    beat() {
      deadline.clear();
      deadline = startDeadline(limits.idleMs, expire(idleTimeout(limits.idleMs)));
    },
    end() {
      deadline.clear();
      controller.abort();
    },
    reason: () => (caller.aborted ? abortedCall(caller.reason) : expired),
  };
}

function firstTokenTimeout(ms: number): ModelError {
  return new ModelError(
    'FIRST_TOKEN_TIMEOUT',
    `Time-out: the model server gave no first word within ${spell(ms)}. It may still be loading the model or serve others; a smaller model starts sooner.`,
  );
}

function idleTimeout(ms: number): ModelError {
  return new ModelError('IDLE_TIMEOUT', `Time-out: the model server went silent for ${spell(ms)} in the middle of its answer.`);
}

function spell(ms: number): string {
  if (ms >= 60_000) return `${Math.round(ms / 60_000)} min`;
  return ms >= 1000 ? `${Math.round(ms / 1000)} s` : `${ms} ms`;
}
