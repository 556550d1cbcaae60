import type { Models } from './models.ts';
import { type Generation, type JsonSchema, StubError, type StubMessage, type StubTool } from './stub-types.ts';

/** What Ollama uses on most machines when the request names no `num_ctx`, and always on its OpenAI-compatible routes. */
const DEFAULT_NUM_CTX = 4096;
const DEFAULT_KEEP_ALIVE_MS = 5 * 60_000;
const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

export type Fields = Record<string, unknown>;

export function fieldsOf(body: unknown): Fields {
  if (typeof body !== 'object' || body === null) throw new StubError(400, 'missing request body');
  return body as Fields;
}

export function readOllamaGeneration(models: Models, body: Fields, messages: StubMessage[]): Generation {
  const options = (body['options'] ?? {}) as Fields;
  const maxTokens = Number(options['num_predict'] ?? -1);
  const model = models.find(modelName(body));
  return {
    model,
    messages,
    schema: typeof body['format'] === 'object' ? body['format'] : null,
    tools: toolsOf(body),
    fields: Object.keys(body),
    numCtx: Math.min(Number(options['num_ctx'] ?? DEFAULT_NUM_CTX), models.contextLength(model)),
    maxTokens: maxTokens < 0 ? Infinity : maxTokens,
    truncate: body['truncate'] !== false,
    keepAliveMs: keepAliveOf(body['keep_alive']),
  };
}

export function readOpenAiGeneration(models: Models, body: Fields): Generation {
  const format = body['response_format'] as { json_schema?: { schema?: JsonSchema } } | undefined;
  return {
    model: models.find(modelName(body)),
    messages: messagesOf(body),
    schema: format?.json_schema?.schema ?? null,
    tools: toolsOf(body),
    fields: Object.keys(body),
    numCtx: DEFAULT_NUM_CTX,
    maxTokens: Number(body['max_tokens'] ?? body['max_completion_tokens'] ?? Infinity),
    truncate: true,
    keepAliveMs: DEFAULT_KEEP_ALIVE_MS,
  };
}

export function messagesOf(body: Fields): StubMessage[] {
  const messages = (body['messages'] ?? []) as { role?: unknown; content?: unknown }[];
  return messages.map(({ role, content }) => ({ role: typeof role === 'string' ? role : 'user', content: textOf(content) }));
}

function toolsOf(body: Fields): StubTool[] {
  return Array.isArray(body['tools']) ? (body['tools'] as StubTool[]) : [];
}

export function modelName(body: Fields): string {
  const name = body['model'] ?? body['name'];
  if (typeof name !== 'string' || name === '') throw new StubError(400, 'model is required');
  return name;
}

function textOf(content: unknown): string {
  if (!Array.isArray(content)) return typeof content === 'string' ? content : '';
  return content.map((part: { text?: unknown }) => (typeof part.text === 'string' ? part.text : '')).join('');
}

function keepAliveOf(value: unknown): number {
  const [, amount, unit] = /^(-?\d+)(ms|s|m|h)?$/.exec(typeof value === 'string' || typeof value === 'number' ? String(value) : '') ?? [];
  if (amount === undefined) return DEFAULT_KEEP_ALIVE_MS;
  return Number(amount) < 0 ? Infinity : Number(amount) * (UNITS[unit ?? 's'] ?? 1000);
}
