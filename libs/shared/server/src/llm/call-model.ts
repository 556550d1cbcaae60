import type { KnownModel } from './known-model.ts';
import type { ModelAnswer, ModelMessage, ModelRequest, ModelToolCall } from './model-client.ts';
import { ModelError } from './model-error.ts';
import { ThinkFilter, withoutOrphanThinking } from './think-filter.ts';
import { startCall } from './start-call.ts';
import { errorFromTransport, truncatedStream } from './to-model-error.ts';
import type { ProgressLimits, ProgressWatch } from './watch-progress.ts';

export interface ModelPiece {
  text: string;
  /** The server said that the answer is complete. */
  done?: boolean;
  finish?: ModelAnswer['finish'];
  promptTokens?: number;
  /** Of the prompt's, those that came from the server's cache. */
  cachedTokens?: number;
  answerTokens?: number;
  /** How long the server wrote, as it says itself. */
  answerMs?: number;
  toolCalls?: ModelToolCall[];
}

/** Opens the stream of one call with a fetch that dies with the call. */
export type OpenStream = (fetch: typeof globalThis.fetch, messages: ModelMessage[]) => AsyncIterable<ModelPiece>;

export interface CallSetting {
  numCtx: number;
  limits: ProgressLimits;
  known: KnownModel;
}

/**
 * Runs one call: refuses what cannot fit, watches for progress, hides reasoning, discards the answer to a prompt that was cut, and leaves
 * no socket behind in any phase.
 */
export async function callModel(request: ModelRequest, setting: CallSetting, open: OpenStream): Promise<ModelAnswer> {
  const { numCtx, limits, known } = setting;
  const messages = fitMessages(request, setting);
  const call = startCall(request.signal, limits);
  try {
    const pieces = readPieces(call.watch, () => open(call.fetch, messages));
    const { cachedTokens, answerMs, ...answer } = await collect(request, pieces);
    const count = { promptTokens: answer.promptTokens, cachedTokens };
    if (known.hasCut(messages, count)) throw promptCut(count.promptTokens ?? 0, numCtx, known);
    known.learn(messages, count);
    known.wrote(answer.answerTokens ?? 0, answerMs);
    return answer;
  } catch (error) {
    if (error instanceof ModelError && error.code === 'CONTEXT_OVERFLOW') known.overflowed(messages, numCtx);
    if (error instanceof ModelError && error.code === 'UNSUPPORTED' && request.tools && /\btool/i.test(error.message))
      known.refusesTools = true;
    throw error;
  } finally {
    await call.end();
  }
}

function fitMessages(request: ModelRequest, { numCtx, known }: CallSetting): ModelMessage[] {
  const fits = (messages: ModelMessage[]) => known.upperTokens(messages) + request.maxTokens <= numCtx;
  if (fits(request.messages)) return request.messages;
  const shorter = request.refit?.(fits) ?? request.messages;
  if (fits(shorter)) return shorter;
  throw new ModelError(
    'CONTEXT_OVERFLOW',
    `The prompt (about ${known.upperTokens(shorter)} tokens) and the answer (up to ${request.maxTokens}) do not fit into the context window of ${numCtx} tokens.`,
  );
}

function promptCut(read: number, numCtx: number, known: KnownModel): ModelError {
  known.wasCut(read, numCtx);
  return new ModelError(
    'PROMPT_CUT',
    `The model server cut the prompt and read only ${read} tokens of it, so that the model did not see all of its instructions. Its answer was thrown away.`,
  );
}

interface Collected extends ModelAnswer {
  cachedTokens: number | null;
  answerMs: number;
}

async function collect(request: ModelRequest, pieces: AsyncIterable<ModelPiece>): Promise<Collected> {
  const filter = new ThinkFilter();
  const answer: Collected = { text: '', finish: 'stop', promptTokens: null, answerTokens: null, cachedTokens: null, answerMs: 0 };
  const toolCalls: ModelToolCall[] = [];
  let firstAt: number | null = null;
  let said: number | null = null;
  const take = (text: string) => {
    if (text === '') return;
    answer.text += text;
    request.onText?.(text);
  };
  for await (const piece of pieces) {
    firstAt ??= performance.now();
    take(filter.push(piece.text));
    toolCalls.push(...(piece.toolCalls ?? []));
    answer.finish = piece.finish ?? answer.finish;
    answer.promptTokens = piece.promptTokens ?? answer.promptTokens;
    answer.cachedTokens = piece.cachedTokens ?? answer.cachedTokens;
    answer.answerTokens = piece.answerTokens ?? answer.answerTokens;
    said = piece.answerMs ?? said;
  }
  take(filter.flush());
  answer.answerMs = said ?? performance.now() - (firstAt ?? Infinity);
  return { ...answer, text: withoutOrphanThinking(answer.text), ...(request.tools ? { toolCalls } : {}) };
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
