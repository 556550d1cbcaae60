import { Agent, fetch as undiciFetch } from 'undici';
import { estimatePromptTokens } from './estimate-tokens.ts';
import type { ModelAnswer, ModelRequest } from './model-client.ts';
import { ModelError } from './model-error.ts';
import { ThinkFilter, withoutOrphanThinking } from './think-filter.ts';
import { detailOf, errorFromServer, errorFromTransport, truncatedStream } from './to-model-error.ts';
import { type ProgressLimits, type ProgressWatch, watchProgress } from './watch-progress.ts';

/** Estimates err by up to this factor on text that the character classes describe badly. */
const ESTIMATE_MARGIN = 1.15;

export interface ModelPiece {
  text: string;
  /** The server said that the answer is complete. */
  done?: boolean;
  finish?: ModelAnswer['finish'];
  promptTokens?: number;
  answerTokens?: number;
}

/** Opens the stream of one call with a fetch that dies with the call. */
export type OpenStream = (fetch: typeof globalThis.fetch) => AsyncIterable<ModelPiece>;

/** Runs one call: refuses what cannot fit, watches for progress, hides reasoning, and leaves no socket behind in any phase. */
export async function callModel(request: ModelRequest, numCtx: number, limits: ProgressLimits, open: OpenStream): Promise<ModelAnswer> {
  refuseOverflow(request, numCtx);
  const watch = watchProgress(request.signal, limits);
  // The default agent gives up on headers after 300 s, which a queue, a model load and a long prompt pass easily.
  const agent = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  try {
    return await collect(
      request,
      readPieces(watch, () => open(boundFetch(agent, watch))),
    );
  } finally {
    watch.end();
    await agent.destroy();
  }
}

function refuseOverflow(request: ModelRequest, numCtx: number): void {
  const estimate = Math.ceil(estimatePromptTokens(request.messages) * ESTIMATE_MARGIN);
  if (estimate + request.maxTokens <= numCtx) return;
  throw new ModelError(
    'CONTEXT_OVERFLOW',
    `The prompt (about ${estimate} tokens) and the answer (up to ${request.maxTokens}) do not fit into the context window of ${numCtx} tokens.`,
  );
}

async function collect(request: ModelRequest, pieces: AsyncIterable<ModelPiece>): Promise<ModelAnswer> {
  const filter = new ThinkFilter();
  const answer: ModelAnswer = { text: '', finish: 'stop', promptTokens: null, answerTokens: null };
  const take = (text: string) => {
    if (text === '') return;
    answer.text += text;
    request.onText?.(text);
  };
  for await (const piece of pieces) {
    take(filter.push(piece.text));
    answer.finish = piece.finish ?? answer.finish;
    answer.promptTokens = piece.promptTokens ?? answer.promptTokens;
    answer.answerTokens = piece.answerTokens ?? answer.answerTokens;
  }
  take(filter.flush());
  return { ...answer, text: withoutOrphanThinking(answer.text) };
}

async function* readPieces(watch: ProgressWatch, open: () => AsyncIterable<ModelPiece>): AsyncGenerator<ModelPiece> {
  let started = false;
  let done = false;
  try {
    watch.signal.throwIfAborted();
    for await (const piece of open()) {
      watch.beat();
      started = true;
      done ||= piece.done ?? false;
      yield piece;
    }
    if (!done) throw truncatedStream();
  } catch (error) {
    throw watch.reason() ?? errorFromTransport(error, started);
  }
}

/** Follows the call's signal in every phase and turns an error status into a `ModelError` before anybody else reads the body. */
function boundFetch(agent: Agent, watch: ProgressWatch): typeof globalThis.fetch {
  const bound = async (input: string, init: Parameters<typeof undiciFetch>[1] = {}) => {
    const signal = init.signal ? AbortSignal.any([watch.signal, init.signal]) : watch.signal;
    const response = await undiciFetch(input, { ...init, signal, dispatcher: agent });
    if (!response.ok) throw errorFromServer(response.status, detailOf(await response.text()));
    return response;
  };
  return bound as unknown as typeof globalThis.fetch;
}
