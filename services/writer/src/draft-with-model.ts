import { ModelError, type ModelClient, type ModelMessage } from '@coverwright/server';
import { answerTokens } from './build-prompt.ts';
import { cleanDraft } from './clean-draft.ts';
import { rejectDraft } from './reject-draft.ts';

export type ModelDraft = { text: string } | { failure: string };

export interface DraftCall {
  model: ModelClient;
  messages: ModelMessage[];
  seed: number;
  signal: AbortSignal;
  /** Opens the relay of one attempt's text. */
  onAttempt: (attempt: number) => (piece: string) => void;
}

/** Asks for the body, once more if the first answer cannot be used. Only a cancelled run throws; every other failure is an answer. */
export async function draftWithModel(call: DraftCall): Promise<ModelDraft> {
  const prompt = call.messages.map((message) => message.content).join('\n');
  let failure = '';
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const answer = await call.model.chat({
        messages: call.messages,
        maxTokens: answerTokens,
        temperature: attempt === 0 ? 0.3 : 0.2,
        seed: (call.seed + attempt) % 2 ** 31,
        signal: call.signal,
        onText: call.onAttempt(attempt),
      });
      const text = cleanDraft(answer.text);
      const reason = rejectDraft(text, prompt);
      if (reason === null) return { text };
      failure = reason;
    } catch (error) {
      call.signal.throwIfAborted();
      if (!(error instanceof ModelError) || error.code === 'ABORTED') throw error;
      // What the engine could not do now it will not do a moment later; waiting and retrying is the client's business.
      if (error.code !== 'BAD_OUTPUT') return { failure: error.message };
      failure = error.message;
    }
  }
  return { failure };
}
