import { callModel, type ModelPiece } from './call-model.ts';
import { KnownModel } from './known-model.ts';
import { ModelError } from './model-error.ts';
import { ToolCallParts, type ToolCallDelta } from './read-tool-call.ts';
import type { ModelAnswer, ModelClient, ModelRequest } from './model-client.ts';
import { readEventData } from './read-event-data.ts';
import { detailOfError, errorFromServer } from './to-model-error.ts';
import { DEFAULT_LIMITS, type ProgressLimits } from './watch-progress.ts';

export interface OpenAiClientOptions {
  /** Up to and with the version, as in `http://127.0.0.1:8080/v1`. */
  baseUrl: string;
  apiKey: string | null;
  model: string;
  numCtx: number;
  limits?: Partial<ProgressLimits>;
  /** Shared by all clients of one model in a process. */
  known?: KnownModel;
}

interface Usage {
  prompt_tokens?: number;
  completion_tokens?: number;
  prompt_tokens_details?: { cached_tokens?: number } | null;
}

interface CompletionChunk {
  choices?: {
    delta?: { content?: string | null; tool_calls?: ToolCallDelta[]; [field: string]: unknown };
    finish_reason?: string | null;
  }[];
  usage?: Usage | null;
  error?: unknown;
}

/** What a server may refuse to hear of; the answer is usable without. */
const OPTIONAL_FIELDS = ['stream_options', 'response_format', 'seed', 'temperature', 'max_tokens'];

export class OpenAiClient implements ModelClient {
  readonly generator: string;
  private readonly options: OpenAiClientOptions;
  private readonly limits: ProgressLimits;
  private readonly known: KnownModel;

  constructor(options: OpenAiClientOptions) {
    this.options = options;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.known = options.known ?? new KnownModel();
    this.generator = `openai:${options.model}`;
  }

  async chat(request: ModelRequest): Promise<ModelAnswer> {
    const setting = { numCtx: this.options.numCtx, limits: this.limits, known: this.known };
    for (;;) {
      try {
        return await callModel(request, setting, (fetch, messages) => this.stream({ ...request, messages }, fetch));
      } catch (error) {
        if (!this.learnsFrom(error)) throw error;
      }
    }
  }

  /** Every field once: what was refused is left out from then on. */
  private learnsFrom(error: unknown): boolean {
    if (!(error instanceof ModelError) || error.code !== 'UNSUPPORTED') return false;
    const field = OPTIONAL_FIELDS.find((name) => error.message.includes(name) && !this.known.refusedFields.has(name));
    if (field !== undefined) this.known.refusedFields.add(field);
    return field !== undefined;
  }

  private async *stream(request: ModelRequest, fetch: typeof globalThis.fetch): AsyncGenerator<ModelPiece> {
    const { baseUrl, apiKey } = this.options;
    const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
      },
      body: JSON.stringify(this.body(request)),
    });
    if (!response.body) return;
    const tools = new ToolCallParts();
    for await (const data of readEventData(response.body)) {
      if (data === '[DONE]') {
        yield { text: '', done: true, toolCalls: tools.whole() };
        return;
      }
      const piece = toPiece(data, tools);
      if (piece) yield piece;
    }
    yield { text: '', toolCalls: tools.whole() };
  }

  private body(request: ModelRequest): Record<string, unknown> {
    const refused = this.known.refusedFields;
    const fields = {
      model: this.options.model,
      messages: request.messages,
      stream: true,
      stream_options: { include_usage: true },
      [refused.has('max_tokens') ? 'max_completion_tokens' : 'max_tokens']: request.maxTokens,
      temperature: request.temperature,
      ...(request.seed === undefined ? {} : { seed: request.seed }),
      ...(request.schema ? { response_format: { type: 'json_schema', json_schema: { name: 'answer', schema: request.schema } } } : {}),
      ...(request.tools ? { tools: request.tools.map((tool) => ({ type: 'function', function: tool })) } : {}),
    };
    return Object.fromEntries(Object.entries(fields).filter(([name]) => !refused.has(name)));
  }
}

/** Null for a line that is not a chunk: a broken line is skipped, as the Ollama client skips it. */
function toPiece(data: string, tools: ToolCallParts): ModelPiece | null {
  const chunk = parseChunk(data);
  if (!chunk) return null;
  if (chunk.error) throw errorFromServer(200, detailOfError(chunk.error) ?? JSON.stringify(chunk.error));
  const choice = chunk.choices?.[0];
  tools.add(choice?.delta?.tool_calls ?? []);
  if (!chunk.usage && !choice?.finish_reason && isOnlyGreeting(choice?.delta ?? {})) return null;
  return {
    text: choice?.delta?.content ?? '',
    done: Boolean(choice?.finish_reason),
    ...(choice?.finish_reason ? { finish: choice.finish_reason === 'length' ? 'length' : 'stop' } : {}),
    ...(chunk.usage ? countsOf(chunk.usage) : {}),
  };
}

function countsOf({ prompt_tokens, completion_tokens, prompt_tokens_details }: Usage): Partial<ModelPiece> {
  const cached = prompt_tokens_details?.cached_tokens;
  return { promptTokens: prompt_tokens, answerTokens: completion_tokens, ...(cached === undefined ? {} : { cachedTokens: cached }) };
}

/** The role that some servers send before they have read the prompt: not yet progress. */
function isOnlyGreeting(delta: Record<string, unknown>): boolean {
  return Object.entries(delta).every(([field, value]) => field === 'role' || value === null || value === '');
}

function parseChunk(data: string): CompletionChunk | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
