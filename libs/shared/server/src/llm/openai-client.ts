import { callModel, type ModelPiece } from './call-model.ts';
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
}

interface CompletionChunk {
  choices?: { delta?: { content?: string | null; [field: string]: unknown }; finish_reason?: string | null }[];
  usage?: { prompt_tokens?: number; completion_tokens?: number } | null;
  error?: unknown;
}

export class OpenAiClient implements ModelClient {
  readonly generator: string;
  private readonly options: OpenAiClientOptions;
  private readonly limits: ProgressLimits;

  constructor(options: OpenAiClientOptions) {
    this.options = options;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.generator = `openai:${options.model}`;
  }

  chat(request: ModelRequest): Promise<ModelAnswer> {
    return callModel(request, this.options.numCtx, this.limits, (fetch) => this.stream(request, fetch));
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
    for await (const data of readEventData(response.body)) {
      if (data === '[DONE]') {
        yield { text: '', done: true };
        return;
      }
      const piece = toPiece(data);
      if (piece) yield piece;
    }
  }

  private body(request: ModelRequest): Record<string, unknown> {
    return {
      model: this.options.model,
      messages: request.messages,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: request.maxTokens,
      temperature: request.temperature,
      ...(request.seed === undefined ? {} : { seed: request.seed }),
      ...(request.schema ? { response_format: { type: 'json_schema', json_schema: { name: 'answer', schema: request.schema } } } : {}),
    };
  }
}

/** Null for a line that is not a chunk: a broken line is skipped, as the Ollama client skips it. */
function toPiece(data: string): ModelPiece | null {
  const chunk = parseChunk(data);
  if (!chunk) return null;
  if (chunk.error) throw errorFromServer(200, detailOfError(chunk.error) ?? JSON.stringify(chunk.error));
  const choice = chunk.choices?.[0];
  if (!chunk.usage && !choice?.finish_reason && isOnlyGreeting(choice?.delta ?? {})) return null;
  return {
    text: choice?.delta?.content ?? '',
    done: Boolean(choice?.finish_reason),
    ...(choice?.finish_reason ? { finish: choice.finish_reason === 'length' ? 'length' : 'stop' } : {}),
    ...(chunk.usage ? { promptTokens: chunk.usage.prompt_tokens, answerTokens: chunk.usage.completion_tokens } : {}),
  };
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
