import { setTimeout as pause } from 'node:timers/promises';
import type { ModelAnswer, ModelClient, ModelRequest } from './model-client.ts';
import { abortedCall, ModelError, type ModelErrorCode } from './model-error.ts';

/** The same request would fail again in the same way. */
const needsShorterPrompt: ReadonlySet<ModelErrorCode> = new Set<ModelErrorCode>(['CONTEXT_OVERFLOW', 'PROMPT_CUT']);

/** A client that tries again as the table of errors says. Each try waits for its turn anew. */
export class RetryingClient implements ModelClient {
  readonly generator: string;

  /** `pace` is for tests: the share of each pause that is waited. */
  constructor(
    private readonly client: ModelClient,
    private readonly pace = 1,
  ) {
    this.generator = client.generator;
  }

  async chat(request: ModelRequest): Promise<ModelAnswer> {
    let hasSaid = false;
    const { onText } = request;
    const heard = onText && { onText: (text: string) => ((hasSaid = true), onText(text)) };
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.client.chat({ ...request, ...heard });
      } catch (error) {
        const pauseMs = pauseBefore(error, request, tries, hasSaid);
        if (pauseMs === null) throw error;
        await pause(pauseMs * this.pace, undefined, { signal: request.signal }).catch(() => {
          throw abortedCall(request.signal.reason);
        });
        if (hasSaid) request.onRestart?.();
        hasSaid = false;
      }
    }
  }
}

/** Null when there is no point in another try. */
function pauseBefore(error: unknown, request: ModelRequest, tries: number, hasSaid: boolean): number | null {
  if (!(error instanceof ModelError)) return null;
  if (hasSaid && request.onRestart === undefined) return null;
  if (needsShorterPrompt.has(error.code) && request.refit === undefined) return null;
  return error.rule.retries[tries] ?? null;
}
