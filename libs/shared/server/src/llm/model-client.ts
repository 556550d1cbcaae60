export interface ModelMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** A function that a model may ask for. What it asks is material to judge, never a command. */
export interface ModelTool {
  name: string;
  description: string;
  /** JSON schema of its arguments. */
  parameters: Record<string, unknown>;
}

export interface ModelToolCall {
  name: string;
  /** As the model gave them: validate. Null when they could not be read. */
  arguments: Record<string, unknown> | null;
}

/** Whether prompt and answer fit into the window, by all that is known of the model's tokenizer. */
export type FitsWindow = (messages: ModelMessage[]) => boolean;

export interface ModelRequest {
  messages: ModelMessage[];
  /**
   * Writes the prompt with less evidence, the weakest left out first and the instructions whole, until it fits. Asked when `messages` do
   * not, or when the server finds them too long. Without it such a call fails.
   */
  refit?: (fits: FitsWindow) => ModelMessage[];
  /** Upper bound of the answer, in tokens. */
  maxTokens: number;
  temperature: number;
  /** Same seed, model and messages: same answer, as far as the server keeps that promise. */
  seed?: number;
  /** JSON schema the answer should follow. A hint to the server: validate what comes back. */
  schema?: Record<string, unknown>;
  /** Functions the model may ask for. Not together with `schema`, which keeps models from asking. */
  tools?: ModelTool[];
  /** Reaches the server in every phase: before headers, while streaming. */
  signal: AbortSignal;
  /** Called with each piece of text as it arrives, in order. */
  onText?: (text: string) => void;
  /** The call is made anew: the text so far is void. Without it a call that has given text is not repeated. */
  onRestart?: () => void;
}

export interface ModelAnswer {
  text: string;
  /** `length`: cut off at `maxTokens` or at the end of the window, so that the last sentence is likely a half one. */
  finish: 'stop' | 'length';
  promptTokens: number | null;
  answerTokens: number | null;
  /** What it asked for with `tools`. */
  toolCalls?: ModelToolCall[];
}

/** One conversation turn with a language model. Fails with a `ModelError`, never with a bare transport error. */
export interface ModelClient {
  /** What `generator` of a document says: `ollama:<model>` or `openai:<model>`. */
  readonly generator: string;
  chat(request: ModelRequest): Promise<ModelAnswer>;
}
