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
const SCHEMA = {
  type: 'object',
  properties: { ids: { type: 'array', items: { enum: ['R1', 'N1'] }, minItems: 1 } },
  required: ['ids'],
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

function speaksPlainly(client: () => ModelClient): void {
  it('streams the answer piece by piece', async () => {
    const pieces: string[] = [];
    const answer = await client().chat(newRequest({ onText: (text) => pieces.push(text) }));
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join('').trim()).toBe(answer.text);
    expect(answer.promptTokens).toBeGreaterThan(50);
    expect(answer.answerTokens).toBeGreaterThan(10);
  });

  it('passes a schema on', async () => {
    const answer = await client().chat(newRequest({ schema: SCHEMA }));
    expect((JSON.parse(answer.text) as { ids: string[] }).ids).toEqual(expect.arrayContaining([expect.stringMatching(/^(R1|N1)$/)]));
  });

  it('stops at the token limit', async () => {
    expect(await client().chat(newRequest({ maxTokens: 5 }))).toMatchObject({ answerTokens: 5, finish: 'length' });
  });

  it('tells a whole answer from one that was cut', async () => {
    expect((await client().chat(newRequest())).finish).toBe('stop');
  });

  it('ends as ABORTED in the middle of the answer', async () => {
    const caller = new AbortController();
    const failure = await failureOf(client().chat(newRequest({ signal: caller.signal, onText: () => caller.abort() })));
    expect(failure.code).toBe('ABORTED');
  });
}

describe.each(clients)('%s', (_name, makeClient) => {
  let stub: OllamaStub;
  const client = (model: string, limits?: Partial<ProgressLimits>) => makeClient(stub.url, model, limits);
  const last = (requests: RecordedRequest[]) => requests.at(-1);

  beforeAll(async () => {
    stub = await startOllamaStub();
  });
  afterAll(() => stub.close());

  speaksPlainly(() => client('good:3b'));

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

  it('refuses a prompt that does not fit, without a request', async () => {
    const before = stub.requests.length;
    const messages = [{ role: 'user' as const, content: 'many words '.repeat(2000) }];
    expect((await failureOf(client('good').chat(newRequest({ messages })))).code).toBe('CONTEXT_OVERFLOW');
    expect(stub.requests).toHaveLength(before);
  });
});

describe('OllamaClient', () => {
  it('names the window, the limits and no thinking in every request', async () => {
    const stub = await startOllamaStub();
    await new OllamaClient({ host: stub.url, model: 'good', numCtx: NUM_CTX }).chat(newRequest({ seed: 7 }));
    expect(stub.requests[0]?.body).toMatchObject({
      stream: true,
      think: false,
      truncate: false,
      options: { num_ctx: NUM_CTX, num_predict: 300, temperature: 0, seed: 7 },
    });
    await stub.close();
  });

  it('leaves the line of a busy server when aborted', async () => {
    const stub = await startOllamaStub();
    const newCall = (caller: AbortController, model: string) =>
      failureOf(new OllamaClient({ host: stub.url, model, numCtx: NUM_CTX }).chat(newRequest({ signal: caller.signal })));
    const [first, second] = [new AbortController(), new AbortController()];
    const serving = newCall(first, 'silent');
    await stub.until((requests) => requests[0]?.phase === 'prompt');
    const waiting = newCall(second, 'good');
    await stub.until((requests) => requests[1]?.phase === 'queued');
    second.abort();
    await stub.until((requests) => requests[1]?.disconnected === 'queued');
    first.abort();
    expect([(await serving).code, (await waiting).code]).toEqual(['ABORTED', 'ABORTED']);
    await stub.close();
  });
});

const realHost = process.env['OLLAMA_HOST_REAL'];
if (realHost) {
  describe('OllamaClient on a real server', () => {
    const model = process.env['LLM_MODEL'] ?? 'llama3.2:3b';
    speaksPlainly(() => new OllamaClient({ host: realHost, model, numCtx: NUM_CTX }));
  });
}
