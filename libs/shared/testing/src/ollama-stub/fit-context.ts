import { transportOf } from './behaviours.ts';
import { countPrompt, splitTokens } from './count-tokens.ts';
import { type Generation, StubError, type StubMessage } from './stub-types.ts';

export interface FittedPrompt {
  messages: StubMessage[];
  tokens: number;
  truncated: boolean;
}

/**
 * What Ollama makes of a prompt that exceeds `num_ctx`: old turns go first, then the head of what is left, down to half a window.
 * `oldWindow`: that of a server which knows neither `num_ctx` nor `truncate`.
 */
export function fitContext({ model, messages, numCtx, truncate }: Generation, oldWindow: number): FittedPrompt {
  const isOld = transportOf(model) === 'cuts';
  const window = isOld ? Math.min(oldWindow, numCtx) : numCtx;
  if (countPrompt(messages) <= window) return { messages, tokens: countPrompt(messages), truncated: false };
  if (!truncate && !isOld) throw new StubError(400, 'the input length exceeds the context length');

  const kept = dropOldTurns(messages, window);
  if (countPrompt(kept) <= window) return { messages: kept, tokens: countPrompt(kept), truncated: true };
  const text = kept.map((message) => message.content).join('\n');
  const tail = splitTokens(text).slice(-Math.floor(window / 2));
  return { messages: [{ role: 'user', content: tail.join('') }], tokens: tail.length, truncated: true };
}

function dropOldTurns(messages: StubMessage[], numCtx: number): StubMessage[] {
  const last = messages.length - 1;
  let kept = messages;
  for (let from = 0; from < last && countPrompt(kept) > numCtx; from++) {
    kept = messages.filter((message, index) => message.role === 'system' || index > from || index === last);
  }
  return kept;
}
