export interface ModelErrorRule {
  /** Pauses before the tries after the first one, in milliseconds: as many tries as pauses. */
  retries: readonly number[];
  /** A moment later it will be no better: asking about something else is in vain, too. */
  lasts: boolean;
  /** What the person can do. */
  hint: string;
}

/** The one place that says what a failure of the model is worth: whether to try again, how soon, and what the person can do. */
export const modelErrorTable = {
  MODEL_MISSING: {
    retries: [],
    lasts: true,
    hint: 'Get the model on the page or with "ollama pull NAME", or name one that is installed in LLM_MODEL.',
  },
  BUSY: { retries: [1000, 3000, 9000], lasts: true, hint: 'Wait for the other work of the model server to end, then try again.' },
  OUT_OF_MEMORY: {
    retries: [],
    lasts: true,
    hint: 'Choose a smaller model in LLM_MODEL, close other programs, or lower LLM_NUM_CTX.',
  },
  // Repeated only where the prompt can be made shorter.
  CONTEXT_OVERFLOW: { retries: [0], lasts: false, hint: 'Ask with less text, or raise LLM_NUM_CTX if the model and the memory allow it.' },
  PROMPT_CUT: {
    retries: [0],
    lasts: false,
    hint: 'Give the model server a larger context window (OLLAMA_CONTEXT_LENGTH), lower LLM_NUM_CTX, or update it.',
  },
  UNSUPPORTED: { retries: [], lasts: true, hint: 'Choose another model in LLM_MODEL, or check key and address of the model server.' },
  TRANSPORT: {
    retries: [500, 2000],
    lasts: false,
    hint: 'Check that the model server runs ("ollama serve" or the Ollama app), then try again.',
  },
  FIRST_TOKEN_TIMEOUT: { retries: [], lasts: true, hint: 'Choose a smaller model in LLM_MODEL, or restart the model server if it hangs.' },
  IDLE_TIMEOUT: { retries: [1000], lasts: false, hint: 'Restart the model server if it happens again; a smaller model hangs less often.' },
  TRUNCATED_STREAM: { retries: [500], lasts: false, hint: 'Try again; if it happens again, the log of the model server has the reason.' },
  ABORTED: { retries: [], lasts: false, hint: '' },
  BAD_OUTPUT: { retries: [0], lasts: false, hint: 'Try again in other words, or choose a larger model in LLM_MODEL.' },
} as const satisfies Record<string, ModelErrorRule>;

export type ModelErrorCode = keyof typeof modelErrorTable;

/** What went wrong with the model engine, in words for the person; `code` decides whether a retry can help. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ModelError';
    this.code = code;
  }

  get rule(): ModelErrorRule {
    return modelErrorTable[this.code];
  }

  get hint(): string {
    return this.rule.hint;
  }
}

export function abortedCall(reason: unknown): ModelError {
  return new ModelError('ABORTED', 'The call to the model was cancelled.', { cause: reason });
}
