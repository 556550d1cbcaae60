import type { IncomingMessage, ServerResponse } from 'node:http';
import { transportOf } from './behaviours.ts';
import { type Engine, generate } from './generate.ts';
import { pullModel } from './pull-model.ts';
import { fieldsOf, messagesOf, modelName, readOllamaGeneration, readOpenAiGeneration } from './read-generation.ts';
import { type RecordedRequest, StubError } from './stub-types.ts';
import { chatContent, generateContent, ollamaWire, openAiError, openAiWire } from './wires.ts';

export const STUB_VERSION = '0.12.6';

interface Call {
  engine: Engine;
  body: unknown;
  record: RecordedRequest;
  res: ServerResponse;
}
type Handler = (call: Call) => void | Promise<void>;

const ROUTES: Record<string, Handler> = {
  'GET /': ({ res }) => void res.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('Ollama is running'),
  'GET /api/version': ({ res }) => sendJson(res, 200, { version: STUB_VERSION }),
  'GET /api/tags': ({ res, engine: { models } }) => sendJson(res, 200, { models: models.installed.map((name) => models.describe(name)) }),
  'GET /api/ps': ({ res, engine: { models } }) => sendJson(res, 200, { models: running(models) }),
  'GET /v1/models': ({ res, engine: { models } }) =>
    sendJson(res, 200, {
      object: 'list',
      data: models.installed.map((id) => ({ id, object: 'model', created: 1_767_225_600, owned_by: 'library' })),
    }),
  'POST /api/show': show,
  'POST /api/pull': ({ engine, body, record, res }) => pullModel(engine, fieldsOf(body), record, res),
  'POST /api/chat': (call) => ollamaChat(call),
  'POST /api/generate': (call) => ollamaGenerate(call),
  'POST /v1/chat/completions': (call) => openAiChat(call),
};

export async function route(engine: Engine, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const path = (req.url ?? '/').split('?')[0] ?? '/';
  const method = req.method ?? 'GET';
  const sendError = (status: number, message: string) =>
    sendJson(res, status, path.startsWith('/v1/') ? openAiError(status, message) : { error: message });
  const raw = await readBody(req);
  const record = engine.log.add({ method, path, headers: req.headers, body: raw });
  const handler = ROUTES[`${method === 'HEAD' ? 'GET' : method} ${path}`];
  try {
    if (!handler) return void res.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found');
    record.body = parseBody(raw);
    await handler({ engine, body: record.body, record, res });
  } catch (error) {
    if (record.disconnected) return;
    if (record.phase) engine.log.enter(record, 'done');
    if (!(error instanceof StubError)) throw error;
    record.refused = error.status;
    sendError(error.status, error.message);
  }
}

function ollamaChat({ engine, body, record, res }: Call): Promise<void> {
  const fields = fieldsOf(body);
  const generation = readOllamaGeneration(engine.models, fields, messagesOf(fields));
  const wire = ollamaWire(String(fields['model']), chatContent);
  return generate(engine, { generation, stream: fields['stream'] !== false, wire, res, record });
}

function ollamaGenerate({ engine, body, record, res }: Call): Promise<void> {
  const fields = fieldsOf(body);
  const turns = [
    { role: 'system', content: fields['system'] },
    { role: 'user', content: fields['prompt'] },
  ];
  const messages = messagesOf({ messages: turns }).filter(({ content }) => content !== '');
  const generation = readOllamaGeneration(engine.models, fields, messages);
  const wire = ollamaWire(String(fields['model']), generateContent);
  return generate(engine, { generation, stream: fields['stream'] !== false, wire, res, record });
}

function openAiChat({ engine, body, record, res }: Call): Promise<void> {
  const fields = fieldsOf(body);
  const generation = readOpenAiGeneration(engine.models, fields);
  if (generation.messages.length === 0) throw new StubError(400, "[] is too short - 'messages'");
  const usage = (fields['stream_options'] as { include_usage?: boolean } | undefined)?.include_usage === true;
  return generate(engine, { generation, stream: fields['stream'] === true, wire: openAiWire(String(fields['model']), usage), res, record });
}

function show({ engine: { models }, body, res }: Call): void {
  const name = models.find(modelName(fieldsOf(body)));
  const { details } = models.describe(name);
  const model_info = {
    'general.architecture': 'llama',
    'general.parameter_count': 3_212_749_888,
    'llama.context_length': models.contextLength(name),
  };
  const capabilities = transportOf(name) === 'no-tools' ? ['completion'] : ['completion', 'tools'];
  sendJson(res, 200, { license: '', modelfile: '', template: '{{ .Prompt }}', details, model_info, capabilities });
}

function running(models: Engine['models']): unknown[] {
  return models.running().map((loaded) => {
    const expires_at = Number.isFinite(loaded.expiresAt) ? new Date(loaded.expiresAt).toISOString() : '2318-01-01T00:00:00Z';
    return { ...models.describe(loaded.name), expires_at, size_vram: 0, context_length: loaded.numCtx };
  });
}

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(raw: string): unknown {
  try {
    return raw === '' ? null : JSON.parse(raw);
  } catch (error) {
    throw new StubError(400, error instanceof Error ? error.message : String(error));
  }
}

function sendJson(res: ServerResponse, status: number, value: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}
