export interface LlmSettings {
  provider: 'auto' | 'ollama' | 'openai' | 'offline';
  /** As the environment gives it; may lack scheme and port. */
  ollamaHost: string;
  /** Up to and with the version, as in `http://127.0.0.1:8080/v1`. */
  openaiBaseUrl: string | null;
  openaiApiKey: string | null;
  model: string | null;
  chatModel: string | null;
  numCtx: number;
}
