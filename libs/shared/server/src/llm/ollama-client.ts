import { type ChatRequest, type ChatResponse, Ollama } from 'ollama';
import { callModel, type ModelPiece } from './call-model.ts';
import { KnownModel } from './known-model.ts';
import { ModelError } from './model-error.ts';
import { readToolCall } from './read-tool-call.ts';
import type { ModelAnswer, ModelClient, ModelRequest } from './model-client.ts';
import { keepJsonLines } from './keep-json-lines.ts';
import { errorFromServer, truncatedStream } from './to-model-error.ts';
import { DEFAULT_LIMITS, type ProgressLimits } from './watch-progress.ts';

export interface OllamaClientOptions {
  host: string;
  model: string;
  /** The same in every service: another value makes the server load the model anew. */
  numCtx: number;
  limits?: Partial<ProgressLimits>;
  /** Shared by all clients of one model in a process. */
  known?: KnownModel;
}

/**
 * Without `truncate: false` a prompt that is too long loses its head, where the instructions are, without a word; without `shift: false` it
 * loses it while the answer is written.
 */
type GuardedChatRequest = ChatRequest & { stream: true; truncate: false; shift: false };
/** Of newer servers than the package knows. */
type Counted = ChatResponse & { prompt_eval_cached_count?: number };

export class OllamaClient implements ModelClient {
  readonly generator: string;
  private readonly options: OllamaClientOptions;
  private readonly limits: ProgressLimits;
  private readonly known: KnownModel;

  constructor(options: OllamaClientOptions) {
    this.options = options;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.known = options.known ?? new KnownModel();
    this.generator = `ollama:${options.model}`;
  }

  async chat(request: ModelRequest): Promise<ModelAnswer> {
    try {
      return await this.call(request);
    } catch (error) {
      if (!this.learnsFrom(error)) throw error;
      return this.call(request);
    }
  }

  private call(request: ModelRequest): Promise<ModelAnswer> {
    const setting = { numCtx: this.options.numCtx, limits: this.limits, known: this.known };
    return callModel(request, setting, (fetch, messages) => this.stream({ ...request, messages }, fetch));
  }

  /** Some servers refuse the very mention of thinking for a model that cannot think. */
  private learnsFrom(error: unknown): boolean {
    if (!(error instanceof ModelError) || error.code !== 'UNSUPPORTED' || this.known.refusesThink || !/think/i.test(error.message))
      return false;
    this.known.refusesThink = true;
    return true;
  }

  private async *stream(request: ModelRequest, fetch: typeof globalThis.fetch): AsyncGenerator<ModelPiece> {
    // One client per call: its `abort()` would end the calls of others too.
    const ollama = new Ollama({ host: this.options.host, fetch: keepJsonLines(fetch) });
    const parts = await ollama.chat(this.body(request));
    try {
      for await (const part of parts) yield toPiece(part);
    } catch (error) {
      throw namedError(error);
    }
  }

  private body(request: ModelRequest): GuardedChatRequest {
    return {
      model: this.options.model,
      messages: request.messages,
      stream: true,
      ...(this.known.refusesThink ? {} : { think: false }),
      truncate: false,
      shift: false,
      ...(request.schema ? { format: request.schema } : {}),
      ...(request.tools ? { tools: request.tools.map((tool) => ({ type: 'function', function: tool })) } : {}),
      options: {
        num_ctx: this.options.numCtx,
        num_predict: request.maxTokens,
        temperature: request.temperature,
        ...(request.seed === undefined ? {} : { seed: request.seed }),
      },
    };
  }
}

function toPiece(part: Counted): ModelPiece {
  const calls = part.message?.tool_calls;
  const piece: ModelPiece = {
    text: part.message?.content ?? '',
    done: part.done,
    ...(calls ? { toolCalls: calls.map((call) => readToolCall(call.function.name, call.function.arguments)) } : {}),
  };
  if (!part.done) return piece;
  return {
    ...piece,
    finish: part.done_reason === 'length' ? 'length' : 'stop',
    promptTokens: part.prompt_eval_count,
    ...(part.prompt_eval_cached_count === undefined ? {} : { cachedTokens: part.prompt_eval_cached_count }),
    answerTokens: part.eval_count,
    ...(part.eval_duration ? { answerMs: part.eval_duration / 1e6 } : {}),
  };
}

/** The package reports an error line in the stream and a missing end as plain errors that only their words tell apart. */
function namedError(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'Error') return error;
  return error.message.startsWith('Did not receive done') ? truncatedStream() : errorFromServer(200, error.message);
}
