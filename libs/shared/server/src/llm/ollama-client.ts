import { type ChatRequest, Ollama } from 'ollama';
import { callModel, type ModelPiece } from './call-model.ts';
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
}

/** Without `truncate: false` a prompt that is too long loses its head, where the instructions are, without a word. */
type GuardedChatRequest = ChatRequest & { stream: true; truncate: false };

export class OllamaClient implements ModelClient {
  readonly generator: string;
  private readonly options: OllamaClientOptions;
  private readonly limits: ProgressLimits;

  constructor(options: OllamaClientOptions) {
    this.options = options;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.generator = `ollama:${options.model}`;
  }

  chat(request: ModelRequest): Promise<ModelAnswer> {
    return callModel(request, this.options.numCtx, this.limits, (fetch) => this.stream(request, fetch));
  }

  private async *stream(request: ModelRequest, fetch: typeof globalThis.fetch): AsyncGenerator<ModelPiece> {
    // One client per call: its `abort()` would end the calls of others too.
    const ollama = new Ollama({ host: this.options.host, fetch: keepJsonLines(fetch) });
    const parts = await ollama.chat(this.body(request));
    try {
      for await (const part of parts) {
        yield {
          text: part.message?.content ?? '',
          done: part.done,
          ...(part.done
            ? {
                finish: part.done_reason === 'length' ? 'length' : 'stop',
                promptTokens: part.prompt_eval_count,
                answerTokens: part.eval_count,
              }
            : {}),
        };
      }
    } catch (error) {
      throw namedError(error);
    }
  }

  private body(request: ModelRequest): GuardedChatRequest {
    return {
      model: this.options.model,
      messages: request.messages,
      stream: true,
      think: false,
      truncate: false,
      ...(request.schema ? { format: request.schema } : {}),
      options: {
        num_ctx: this.options.numCtx,
        num_predict: request.maxTokens,
        temperature: request.temperature,
        ...(request.seed === undefined ? {} : { seed: request.seed }),
      },
    };
  }
}

/** The package reports an error line in the stream and a missing end as plain errors that only their words tell apart. */
function namedError(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'Error') return error;
  return error.message.startsWith('Did not receive done') ? truncatedStream() : errorFromServer(200, error.message);
}
