export type ModelErrorCode =
  | 'MODEL_MISSING'
  | 'BUSY'
  | 'OUT_OF_MEMORY'
  | 'CONTEXT_OVERFLOW'
  | 'UNSUPPORTED'
  | 'TRANSPORT'
  | 'FIRST_TOKEN_TIMEOUT'
  | 'IDLE_TIMEOUT'
  | 'TRUNCATED_STREAM'
  | 'ABORTED'
  | 'BAD_OUTPUT';

/** What went wrong with the model engine, in words for the person; `code` decides whether a retry can help. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ModelError';
    this.code = code;
  }
}

export function abortedCall(reason: unknown): ModelError {
  return new ModelError('ABORTED', 'The call to the model was cancelled.', { cause: reason });
}
