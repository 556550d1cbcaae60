import { Agent, fetch as undiciFetch } from 'undici';
import { detailOf, errorFromServer } from './to-model-error.ts';
import { type ProgressLimits, type ProgressWatch, watchProgress } from './watch-progress.ts';

export interface ServerCall {
  watch: ProgressWatch;
  /** Follows the call's signal in every phase; an error status is a `ModelError` before anybody reads the body. */
  fetch: typeof globalThis.fetch;
  /** Leaves no socket behind, whatever the phase. */
  end(): Promise<void>;
}

/** One call to a model server, with connections of its own. */
export function startCall(signal: AbortSignal, limits: ProgressLimits): ServerCall {
  const watch = watchProgress(signal, limits);
  // The default agent gives up on headers after 300 s, which a queue, a model load and a long prompt pass easily.
  const agent = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  const bound = async (input: string, init: Parameters<typeof undiciFetch>[1] = {}) => {
    const both = init.signal ? AbortSignal.any([watch.signal, init.signal]) : watch.signal;
    const response = await undiciFetch(input, { ...init, signal: both, dispatcher: agent });
    if (!response.ok) throw errorFromServer(response.status, detailOf(await response.text()));
    return response;
  };
  return {
    watch,
    fetch: bound as unknown as typeof globalThis.fetch,
    async end() {
      watch.end();
      await agent.destroy();
    },
  };
}
