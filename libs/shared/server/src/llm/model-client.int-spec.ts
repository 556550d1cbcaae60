import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OllamaStub, type RecordedRequest, startOllamaStub } from '@coverwright/testing';
import type { ModelClient, ModelRequest } from './model-client.ts';
import { ModelError } from './model-error.ts';
import { OllamaClient } from './ollama-client.ts';
import { OpenAiClient } from './openai-client.ts';
import type { ProgressLimits } from './watch-progress.ts';

const NUM_CTX = 4096;
const PROMPT = `Write one paragraph of a cover letter.
Company: Fjord Robotics
Job title: Platform Engineer

[R1] Platform Engineer, Ålesund Data (2019–2023): Cut deployment time from 40 to 6 minutes with Kubernetes.
[N1] Fjord Robotics builds autonomous ferries for Norwegian cities.`;
const TOOL = {
  name: 'start_research',
  description: 'Starts the research of a company.',
  parameters: { type: 'object', properties: { url: { type: 'string' } }, required: ['url'] },
};

type MakeClient = (url: string, model: string, limits?: Partial<ProgressLimits>) => ModelClient;

const clients: [string, MakeClient][] = [
  ['OllamaClient', (host, model, limits) => new OllamaClient({ host, model, numCtx: NUM_CTX, limits })],
  ['OpenAiClient', (url, model, limits) => new OpenAiClient({ baseUrl: `${url}/v1`, apiKey: null, model, numCtx: NUM_CTX, limits })],
];

const newRequest = (over: Partial<ModelRequest> = {}): ModelRequest => ({
  messages: [
    { role: 'system', content: 'You write plain and honest letters.' },
    { role: 'user', content: PROMPT },
  ],
  maxTokens: 300,
  temperature: 0,
  signal: new AbortController().signal,
  ...over,
});

const failureOf = async (answer: Promise<unknown>): Promise<ModelError> => {
  const error = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ModelError);
  return error as ModelError;
};

describe.each(clients)('%s', (_name, makeClient) => {
  let stub: OllamaStub;
  const client = (model: string, limits?: Partial<ProgressLimits>) => makeClient(stub.url, model, limits);
  const last = (requests: RecordedRequest[]) => requests.at(-1);

  beforeAll(async () => {
    stub = await startOllamaStub();
  });
  afterAll(() => stub.close());

  it('keeps characters whole that the network cuts in two', async () => {
    expect((await client('good:3b').chat(newRequest())).text).toContain('Ålesund');
  });

  it('closes the socket when aborted before headers', async () => {
    const caller = new AbortController();
    const failure = failureOf(client('silent').chat(newRequest({ signal: caller.signal })));
    await stub.until((requests) => last(requests)?.phase === 'prompt');
    caller.abort();
    expect((await failure).code).toBe('ABORTED');
    await stub.until((requests) => last(requests)?.disconnected === 'prompt');
  });

  it('closes the socket when aborted in the middle of the answer', async () => {
    const caller = new AbortController();
    const answer = client('stall').chat(newRequest({ signal: caller.signal, onText: () => caller.abort() }));
    expect((await failureOf(answer)).code).toBe('ABORTED');
    await stub.until((requests) => last(requests)?.disconnected === 'streaming');
  });

  it('closes the socket when the reader of the text throws, and hands that error on', async () => {
    const onText = () => {
      throw new RangeError('full');
    };
    await expect(client('stall').chat(newRequest({ onText }))).rejects.toThrow(RangeError);
    await stub.until((requests) => last(requests)?.disconnected === 'streaming');
  });

  it('sends nothing when aborted before the call', async () => {
    const before = stub.requests.length;
    expect((await failureOf(client('good').chat(newRequest({ signal: AbortSignal.abort() })))).code).toBe('ABORTED');
    expect(stub.requests).toHaveLength(before);
  });

  it('gives up on a server that never starts', async () => {
    const failure = await failureOf(client('silent', { firstTokenMs: 60 }).chat(newRequest()));
    expect(failure.code).toBe('FIRST_TOKEN_TIMEOUT');
    expect(failure.message).toContain('Time-out');
    await stub.until((requests) => last(requests)?.disconnected === 'prompt');
  });

  it('gives up on an answer that stands still', async () => {
    const failure = await failureOf(client('stall', { idleMs: 60 }).chat(newRequest()));
    expect(failure.code).toBe('IDLE_TIMEOUT');
    await stub.until((requests) => last(requests)?.disconnected === 'streaming');
  });

  it.each([
    ['not-installed', 'MODEL_MISSING'],
    ['error-before', 'OUT_OF_MEMORY'],
    ['error-inside', 'TRANSPORT'],
    ['html-502', 'TRANSPORT'],
    ['reset', 'TRANSPORT'],
    ['busy', 'BUSY'],
    ['no-done', 'TRUNCATED_STREAM'],
  ])('reports %s as %s', async (model, code) => {
    expect((await failureOf(client(model).chat(newRequest()))).code).toBe(code);
  });

  it('reports a server that is not there as TRANSPORT', async () => {
    const gone = await startOllamaStub();
    await gone.close();
    const failure = await failureOf(makeClient(gone.url, 'good').chat(newRequest()));
    expect(failure).toMatchObject({ code: 'TRANSPORT', message: expect.stringContaining('ECONNREFUSED') });
  });

  it('passes over a junk line', async () => {
    const sound = await client('good').chat(newRequest());
    expect((await client('junk-line').chat(newRequest())).text).toBe(sound.text);
  });

  it('hides reasoning from the stream and from the answer', async () => {
    const pieces: string[] = [];
    const sound = await client('good').chat(newRequest());
    const answer = await client('think').chat(newRequest({ onText: (text) => pieces.push(text) }));
    expect(answer.text).toBe(sound.text);
    expect(pieces.join('')).toBe(sound.text);
  });

  it('shows nothing of reasoning that never ends', async () => {
    expect((await client('unclosed-think').chat(newRequest())).text).toBe('');
  });

  it('hides thoughts that come in a field of their own, and counts them as progress', async () => {
    const sound = await client('good').chat(newRequest());
    expect((await client('thinks-aloud').chat(newRequest())).text).toBe(sound.text);
  });

  it('reads a tool call whatever pieces it comes in', async () => {
    const messages = [{ role: 'user' as const, content: 'Start the research of https://fjord.example/about now' }];
    const { toolCalls } = await client('good').chat(newRequest({ messages, tools: [TOOL] }));
    expect(toolCalls).toEqual([{ name: 'start_research', arguments: { url: 'https://fjord.example/about' } }]);
    expect((await client('good').chat(newRequest({ tools: [TOOL] }))).toolCalls).toEqual([]);
  });

  it('says so when the model knows no tools', async () => {
    const failure = await failureOf(client('no-tools').chat(newRequest({ tools: [TOOL] })));
    expect(failure).toMatchObject({ code: 'UNSUPPORTED', message: expect.stringContaining('does not support tools') });
  });

  it('hands prose on where JSON was asked for: its reader repairs or gives up', async () => {
    const schema = { type: 'object', properties: { claim: { type: 'string' } } };
    expect((await client('schema-ignored').chat(newRequest({ schema }))).text).toMatch(/^[A-Z]/);
  });

  it('refuses a prompt that does not fit, without a request', async () => {
    const before = stub.requests.length;
    const messages = [{ role: 'user' as const, content: 'many words '.repeat(2000) }];
    expect((await failureOf(client('good').chat(newRequest({ messages })))).code).toBe('CONTEXT_OVERFLOW');
    expect(stub.requests).toHaveLength(before);
  });
});
