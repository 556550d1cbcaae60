import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startOllamaStub, type OllamaStub } from '@coverwright/testing';
import { KnownModel } from './known-model.ts';
import type { ModelClient, ModelRequest } from './model-client.ts';
import { ModelError } from './model-error.ts';
import { OllamaClient } from './ollama-client.ts';
import { normalizeOllamaHost } from './ollama-host.ts';
import { OpenAiClient } from './openai-client.ts';

/** A real model on a small machine takes its time. */
const patience = 10 * 60_000;
const numCtx = 4096;
const schema = {
  type: 'object',
  properties: { ids: { type: 'array', items: { type: 'string', enum: ['R1', 'N1'] }, minItems: 1, maxItems: 4 } },
  required: ['ids'],
};
const tool = {
  name: 'start_research',
  description: 'Starts the research of a company.',
  parameters: { type: 'object', properties: { company: { type: 'string' } }, required: ['company'] },
};
const task = `Write one paragraph of a cover letter.
Company: Fjord Robotics
Job title: Platform Engineer

[R1] Platform Engineer, Ålesund Data (2019–2023): Cut deployment time from 40 to 6 minutes with Kubernetes.
[N1] Fjord Robotics builds autonomous ferries for Norwegian cities.`;
const newRequest = (content = task, over: Partial<ModelRequest> = {}): ModelRequest => ({
  messages: [
    { role: 'system', content: 'You write plain and honest letters.' },
    { role: 'user', content },
  ],
  maxTokens: 300,
  temperature: 0,
  signal: new AbortController().signal,
  ...over,
});

const codeOf = (answer: Promise<unknown>): Promise<string> =>
  answer.then(
    () => 'answered',
    (error: unknown) => (error instanceof ModelError ? error.code : String(error)),
  );

interface Engine {
  client: (model?: string) => ModelClient;
  known: () => KnownModel;
}

/** What every client of every server must do, whichever model answers. */
function keepsTheContract({ client, known }: Engine): void {
  it('streams the answer piece by piece', async () => {
    const pieces: string[] = [];
    const answer = await client().chat(newRequest(task, { onText: (text) => pieces.push(text) }));
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join('').trim()).toBe(answer.text);
    expect(answer.text).not.toMatch(/<\/?think/);
    expect(answer.answerTokens).toBeGreaterThan(10);
  });

  it('counts a prompt no higher than the upper estimate', async () => {
    const { messages } = newRequest();
    const { promptTokens } = await client().chat(newRequest());
    expect(promptTokens).toBeGreaterThan(50);
    expect(promptTokens).toBeLessThanOrEqual(known().upperTokens(messages));
  });

  it('raises no alarm over a prompt that the server has in its cache', async () => {
    const long = newRequest(`${'Fjord Robotics builds autonomous ferries for cities on the coast. '.repeat(120)}\n\n${task}`);
    expect([await codeOf(client().chat(long)), await codeOf(client().chat(long))]).toEqual(['answered', 'answered']);
  });

  it('gives JSON when asked with a schema', async () => {
    const content = `${task}\n\nInstead of a paragraph, answer only with JSON like {"ids":["R1"]}: the ids of the two lines above.`;
    const { text } = await client().chat(newRequest(content, { schema }));
    expect((JSON.parse(text) as { ids: string[] }).ids).toEqual(expect.arrayContaining([expect.stringMatching(/^(R1|N1)$/)]));
  });

  it('asks for a tool, or says that it cannot', async () => {
    const request = newRequest('Please start the research of Fjord Robotics.', { tools: [tool] });
    const answer = await client()
      .chat(request)
      .catch((error: unknown) => error as ModelError);
    if (answer instanceof ModelError) expect(answer.code).toBe('UNSUPPORTED');
    else expect(answer.toolCalls).toEqual([{ name: tool.name, arguments: { company: expect.any(String) } }]);
  });

  it('stops at the token limit, and tells such an answer from a whole one', async () => {
    expect(await client().chat(newRequest(task, { maxTokens: 5 }))).toMatchObject({ answerTokens: 5, finish: 'length' });
    const short = newRequest('What do ferries do? Answer with at most ten words.', { maxTokens: 200 });
    expect((await client().chat(short)).finish).toBe('stop');
  });

  it('ends as ABORTED in the middle of the answer, and before it', async () => {
    const [late, early] = [new AbortController(), new AbortController()];
    expect(await codeOf(client().chat(newRequest(task, { signal: late.signal, onText: () => late.abort() })))).toBe('ABORTED');
    const call = codeOf(client().chat(newRequest(task, { signal: early.signal })));
    early.abort();
    expect(await call).toBe('ABORTED');
  });

  it('refuses a prompt that does not fit rather than have it cut', async () => {
    expect(await codeOf(client().chat(newRequest('many words '.repeat(4000))))).toBe('CONTEXT_OVERFLOW');
  });

  it('says so when there is no such model', async () => {
    expect(await codeOf(client('no-such-model:1b').chat(newRequest()))).toBe('MODEL_MISSING');
  });
}

const newEngine = (make: (model: string, known: KnownModel) => ModelClient, usual: string): Engine => {
  const known = new KnownModel();
  return { client: (model = usual) => make(model, known), known: () => known };
};

describe('on the stub', () => {
  let stub: OllamaStub;
  beforeAll(async () => {
    stub = await startOllamaStub();
  });
  afterAll(() => stub.close());

  describe('OllamaClient', () =>
    keepsTheContract(newEngine((model, known) => new OllamaClient({ host: stub.url, model, numCtx, known }), 'good:3b')));
  describe('OpenAiClient', () =>
    keepsTheContract(
      newEngine((model, known) => new OpenAiClient({ baseUrl: `${stub.url}/v1`, apiKey: null, model, numCtx, known }), 'good:3b'),
    ));
});

// `OLLAMA_HOST` is set by hand: see CONTRIBUTING.md.
const realHost = normalizeOllamaHost(process.env['OLLAMA_HOST'] ?? '');
if (process.env['OLLAMA_HOST'] && realHost) {
  describe(`OllamaClient on ${realHost}`, () => {
    jest.setTimeout(patience);
    const model = process.env['LLM_MODEL'] ?? 'llama3.2:3b';
    keepsTheContract(newEngine((name, known) => new OllamaClient({ host: realHost, model: name, numCtx, known }), model));
  });
}
