import { randomUUID } from 'node:crypto';

export interface Ending {
  reason: 'stop' | 'length' | 'load';
  promptTokens: number;
  answerTokens: number;
  startedAt: bigint;
}

/** The shape of one route's answers. */
export interface Wire {
  contentType: string;
  token(text: string): string;
  end(ending: Ending): string;
  error(message: string): string;
  junk: string;
  /** The same answer in one piece, for callers that do not stream. */
  whole(text: string, ending: Ending): unknown;
}

export function ollamaWire(model: string, content: (text: string) => Record<string, unknown>): Wire {
  const base = () => ({ model, created_at: new Date().toISOString() });
  const last = (text: string, ending: Ending) => ({
    ...base(),
    ...content(text),
    done: true,
    done_reason: ending.reason,
    ...counts(ending),
  });
  return {
    contentType: 'application/x-ndjson',
    token: (text) => line({ ...base(), ...content(text), done: false }),
    end: (ending) => line(last('', ending)),
    error: (message) => line({ error: message }),
    junk: '{"model":"junk-line","mess\n',
    whole: last,
  };
}

export const chatContent = (content: string) => ({ message: { role: 'assistant', content } });
export const generateContent = (response: string) => ({ response });

export function openAiWire(model: string, withUsage: boolean): Wire {
  const base = { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1000), model, system_fingerprint: 'fp_ollama' };
  const chunk = (rest: Record<string, unknown>) => event({ ...base, object: 'chat.completion.chunk', ...rest });
  const finish = ({ reason }: Ending) => (reason === 'length' ? 'length' : 'stop');
  return {
    contentType: 'text/event-stream',
    token: (content) => chunk({ choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }] }),
    end: (ending) =>
      chunk({ choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: finish(ending) }] }) +
      (withUsage ? chunk({ choices: [], usage: usage(ending) }) : '') +
      'data: [DONE]\n\n',
    error: (message) => event(openAiError(500, message)),
    junk: 'data: {"id":"junk-line","choi\n\n',
    whole: (content, ending) => ({
      ...base,
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish(ending) }],
      usage: usage(ending),
    }),
  };
}

export function openAiError(status: number, message: string): unknown {
  const type = status === 404 ? 'not_found_error' : status < 500 ? 'invalid_request_error' : 'api_error';
  return { error: { message, type, param: null, code: null } };
}

function counts({ promptTokens, answerTokens, startedAt }: Ending): Record<string, number> {
  const total = Number(process.hrtime.bigint() - startedAt);
  return {
    total_duration: total,
    load_duration: 0,
    prompt_eval_count: promptTokens,
    prompt_eval_duration: 0,
    eval_count: answerTokens,
    eval_duration: total,
  };
}

function usage({ promptTokens, answerTokens }: Ending): Record<string, number> {
  return { prompt_tokens: promptTokens, completion_tokens: answerTokens, total_tokens: promptTokens + answerTokens };
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
const event = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
