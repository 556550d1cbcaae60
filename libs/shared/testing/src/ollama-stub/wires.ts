import { randomUUID } from 'node:crypto';
import type { StubToolCall } from './stub-types.ts';

export interface Ending {
  reason: 'stop' | 'length' | 'load';
  promptTokens: number;
  answerTokens: number;
  startedAt: bigint;
  tools: StubToolCall[];
}

/** The shape of one route's answers. */
export interface Wire {
  contentType: string;
  token(text: string): string;
  thinking(text: string): string;
  /** The lines of one call of a tool. */
  tool(call: StubToolCall, index: number): string[];
  end(ending: Ending): string;
  error(message: string): string;
  junk: string;
  /** The same answer in one piece, for callers that do not stream. */
  whole(text: string, ending: Ending): unknown;
}

/** A piece of an answer as one route shows it. */
type OllamaContent = (text: string, tools?: StubToolCall[], thinking?: string) => Record<string, unknown>;

export function ollamaWire(model: string, content: OllamaContent): Wire {
  const base = () => ({ model, created_at: new Date().toISOString() });
  const last = (text: string, ending: Ending) => ({
    ...base(),
    ...content(text, ending.tools),
    done: true,
    done_reason: ending.reason,
    ...counts(ending),
  });
  return {
    contentType: 'application/x-ndjson',
    token: (text) => line({ ...base(), ...content(text), done: false }),
    thinking: (text) => line({ ...base(), ...content('', undefined, text), done: false }),
    tool: (call) => [line({ ...base(), ...content('', [call]), done: false })],
    end: (ending) => line(last('', { ...ending, tools: [] })),
    error: (message) => line({ error: message }),
    junk: '{"model":"junk-line","mess\n',
    whole: last,
  };
}

export const chatContent: OllamaContent = (content, tools = [], thinking) => ({
  message: {
    role: 'assistant',
    content,
    ...(thinking === undefined ? {} : { thinking }),
    ...(tools.length > 0 ? { tool_calls: tools.map((call) => ({ function: call })) } : {}),
  },
});
export const generateContent: OllamaContent = (response, _tools, thinking) => ({
  response,
  ...(thinking === undefined ? {} : { thinking }),
});

export function openAiWire(model: string, withUsage: boolean): Wire {
  const base = { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1000), model, system_fingerprint: 'fp_ollama' };
  const chunk = (rest: Record<string, unknown>) => event({ ...base, object: 'chat.completion.chunk', ...rest });
  const finish = ({ reason, tools }: Ending) => (tools.length > 0 ? 'tool_calls' : reason === 'length' ? 'length' : 'stop');
  const delta = (fields: Record<string, unknown>) =>
    chunk({ choices: [{ index: 0, delta: { role: 'assistant', ...fields }, finish_reason: null }] });
  const callDelta = (index: number, fields: Record<string, unknown>) => delta({ tool_calls: [{ index, ...fields }] });
  const callId = `call_${randomUUID()}`;
  return {
    contentType: 'text/event-stream',
    token: (content) => delta({ content }),
    thinking: (reasoning) => delta({ content: '', reasoning }),
    // Only the first piece has the name; the arguments come as pieces of a string.
    tool: ({ name, arguments: values }, index) => [
      callDelta(index, { id: callId, type: 'function', function: { name, arguments: '' } }),
      ...(textOf(values).match(/.{1,7}/gs) ?? []).map((piece) => callDelta(index, { function: { arguments: piece } })),
    ],
    end: (ending) =>
      chunk({ choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: finish(ending) }] }) +
      (withUsage ? chunk({ choices: [], usage: usage(ending) }) : '') +
      'data: [DONE]\n\n',
    error: (message) => event(openAiError(500, message)),
    junk: 'data: {"id":"junk-line","choi\n\n',
    whole: (content, ending) => ({
      ...base,
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content, ...calls(ending.tools) }, finish_reason: finish(ending) }],
      usage: usage(ending),
    }),
  };
}

export function openAiError(status: number, message: string): unknown {
  const type = status === 404 ? 'not_found_error' : status < 500 ? 'invalid_request_error' : 'api_error';
  return { error: { message, type, param: null, code: null } };
}

function calls(tools: StubToolCall[]): Record<string, unknown> {
  if (tools.length === 0) return {};
  return {
    tool_calls: tools.map(({ name, arguments: values }) => ({
      id: `call_${randomUUID()}`,
      type: 'function',
      function: { name, arguments: textOf(values) },
    })),
  };
}

const textOf = (values: StubToolCall['arguments']): string => (typeof values === 'string' ? values : JSON.stringify(values));

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
