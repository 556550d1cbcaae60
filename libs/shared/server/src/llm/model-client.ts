export interface ModelMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface ModelRequest {
  messages: ModelMessage[];
  /** Upper bound of the answer, in tokens. */
  maxTokens: number;
  temperature: number;
  /** Same seed, model and messages: same answer, as far as the server keeps that promise. */
  seed?: number;
  /** JSON schema the answer should follow. A hint to the server: validate what comes back. */
  schema?: Record<string, unknown>;
  /** Reaches the server in every phase: before headers, while streaming. */
  signal: AbortSignal;
  /** Called with each piece of text as it arrives, in order. */
  onText?: (text: string) => void;
}

export interface ModelAnswer {
  text: string;
  /** `length`: cut off at `maxTokens` or at the end of the window, so that the last sentence is likely a half one. */
  finish: 'stop' | 'length';
  promptTokens: number | null;
  answerTokens: number | null;
}

/** One conversation turn with a language model. Fails with a `ModelError`, never with a bare transport error. */
export interface ModelClient {
  /** What `generator` of a document says: `ollama:<model>` or `openai:<model>`. */
  readonly generator: string;
  chat(request: ModelRequest): Promise<ModelAnswer>;
}
