export interface StubMessage {
  role: string;
  content: string;
}

export interface StubTool {
  function: { name: string; parameters?: JsonSchema };
}

export interface StubToolCall {
  name: string;
  /** Text where the model wrote no JSON. */
  arguments: Record<string, unknown> | string;
}

export interface StubOptions {
  /** Installed models, the first one first. The name before the colon picks the behaviour; an unknown name behaves like `good`. */
  models?: string[];
  /** Speed of the answer. Default: as fast as the socket takes it. */
  tokensPerSecond?: number;
  /** Time to load a model that is not loaded with the same `num_ctx`. */
  loadDelayMs?: number;
  /** Tokens that a model was made for; a larger `num_ctx` is cut down to it. Default: 131,072 for each. */
  contextLengths?: Record<string, number>;
  /** The window, in tokens, that `cuts` has whatever it is told. Default 2048. */
  oldWindow?: number;
  /** Models that fit into memory together. Default 1, as on a small machine. */
  maxLoaded?: number;
  /** Pause before each line of a pull. */
  pullStepMs?: number;
  /** Answers at once; further requests wait in line. Default 1. */
  slots?: number;
  /** Requests that may wait before the stub says 503. Default 512. */
  queue?: number;
  host?: string;
  /** Default: any free port. */
  port?: number;
}

/** Where a generation stands. Headers go out with the first token, so `queued`, `loading` and `prompt` are before headers. */
export type Phase = 'queued' | 'loading' | 'prompt' | 'streaming' | 'pulling' | 'done';

export interface RecordedRequest {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
  /** Null for routes that generate nothing. */
  phase: Phase | null;
  /** The phase in which the caller went away, if it did. */
  disconnected: Phase | null;
  /** When it entered each phase, as `performance.now()` tells it. */
  at: Partial<Record<Phase, number>>;
  /** Pieces of the answer that went out, those of thoughts and tool calls included. */
  piecesSent: number;
  tokensSent: number;
  /** The prompt did not fit into `num_ctx` and lost its head. */
  truncated: boolean;
  /** Status of the answer when it was refused. */
  refused: number | null;
}

export interface OllamaStub {
  readonly url: string;
  readonly requests: RecordedRequest[];
  /** How often a model was loaded; another `num_ctx` loads it anew. */
  readonly loads: number;
  /** The same by model. */
  readonly loadsOf: Readonly<Record<string, number>>;
  /** Connections that are open now. */
  readonly openSockets: number;
  /** Resolves as soon as the recorded requests satisfy the condition. */
  until(condition: (requests: RecordedRequest[]) => boolean): Promise<void>;
  /** Resolves when no connection is open. */
  untilClosed(): Promise<void>;
  close(): Promise<void>;
}

/** One generation, whichever route asked for it. */
export interface Generation {
  model: string;
  messages: StubMessage[];
  schema: JsonSchema | null;
  tools: StubTool[];
  /** Names of the fields of the request. */
  fields: string[];
  numCtx: number;
  maxTokens: number;
  truncate: boolean;
  keepAliveMs: number;
}

export interface JsonSchema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  minimum?: number;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

/** An answer that is an HTTP error instead. */
export class StubError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
