import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startOllamaStub, type OllamaStub } from '@coverwright/testing';
import type { ModelMessage, ModelRequest } from './model-client.ts';
import type { ModelError } from './model-error.ts';
import { OllamaClient } from './ollama-client.ts';
import { OpenAiClient } from './openai-client.ts';
import { RetryingClient } from './retrying-client.ts';

const NUM_CTX = 4096;
const prompt = (about: string, sentences: number): ModelMessage[] => [
  { role: 'user', content: `${about} ${'It builds the ferries of the city and the boats for you. '.repeat(sentences)}` },
];
const longPrompt = (about: string) => prompt(about, 190);
const shortPrompt = (about: string) => prompt(about, 45);

const newRequest = (over: Partial<ModelRequest> = {}): ModelRequest => ({
  messages: shortPrompt('Write a paragraph about Fjord.'),
  maxTokens: 300,
  temperature: 0,
  signal: new AbortController().signal,
  ...over,
});

const failureOf = (answer: Promise<unknown>): Promise<ModelError> =>
  answer.then(
    () => Promise.reject(new Error('It answered.')),
    (error: unknown) => error as ModelError,
  );

describe('OllamaClient', () => {
  let stub: OllamaStub;
  beforeEach(async () => {
    stub = await startOllamaStub();
  });
  afterEach(() => stub.close());
  const client = (model: string) => new OllamaClient({ host: stub.url, model, numCtx: NUM_CTX });

  it('discards the answer of a server that cut the prompt all the same', async () => {
    const failure = await failureOf(client('cuts').chat(newRequest({ messages: longPrompt('Fjord') })));
    expect(failure).toMatchObject({ code: 'PROMPT_CUT', message: expect.stringContaining('read only 1024 tokens') });
    expect(stub.requests[0]?.truncated).toBe(true);
  });

  it('asks such a server again with a prompt that is short enough for it', async () => {
    const refit: ModelRequest['refit'] = (fits) => [longPrompt('Fjord'), shortPrompt('Fjord')].find(fits) ?? [];
    const answer = await new RetryingClient(client('cuts'), 0).chat(newRequest({ messages: longPrompt('Fjord'), refit }));
    expect(answer.text).not.toBe('');
    expect(stub.requests.map(({ truncated }) => truncated)).toEqual([true, false]);
  });

  it('raises no alarm when the server counts only what it did not have in its cache', async () => {
    const asked = client('counts-new-only');
    await asked.chat(newRequest({ messages: longPrompt('Fjord') }));
    const again = await asked.chat(newRequest({ messages: [...longPrompt('Fjord'), ...shortPrompt('And how is it?')] }));
    expect(again.promptTokens).toBeLessThan(700);
    expect(again.text).not.toBe('');
  });

  it('leaves thinking out where its very mention is refused, from then on', async () => {
    const asked = client('no-think');
    expect((await asked.chat(newRequest())).text).not.toBe('');
    await asked.chat(newRequest());
    expect(stub.requests.map(({ body }) => 'think' in (body as object))).toEqual([true, false, false]);
  });

  it('comes back to a server that was busy', async () => {
    expect((await new RetryingClient(client('busy-once'), 0).chat(newRequest())).text).not.toBe('');
    expect(stub.requests.map(({ refused }) => refused)).toEqual([503, null]);
  });

  it('names the window, the limits and no thinking in every request', async () => {
    await client('good').chat(newRequest({ seed: 7 }));
    expect(stub.requests[0]?.body).toMatchObject({
      stream: true,
      think: false,
      truncate: false,
      shift: false,
      options: { num_ctx: NUM_CTX, num_predict: 300, temperature: 0, seed: 7 },
    });
  });

  it('leaves the line of a busy server when aborted', async () => {
    const newCall = (caller: AbortController, model: string) => failureOf(client(model).chat(newRequest({ signal: caller.signal })));
    const [first, second] = [new AbortController(), new AbortController()];
    const serving = newCall(first, 'silent');
    await stub.until((requests) => requests[0]?.phase === 'prompt');
    const waiting = newCall(second, 'good');
    await stub.until((requests) => requests[1]?.phase === 'queued');
    second.abort();
    await stub.until((requests) => requests[1]?.disconnected === 'queued');
    first.abort();
    expect([(await serving).code, (await waiting).code]).toEqual(['ABORTED', 'ABORTED']);
  });
});

describe('OpenAiClient', () => {
  it('leaves out what the server refuses, and names the limit as newer servers want it', async () => {
    const stub = await startOllamaStub();
    const asked = new OpenAiClient({ baseUrl: `${stub.url}/v1`, apiKey: null, model: 'newest-fields', numCtx: NUM_CTX });
    expect((await asked.chat(newRequest())).text).not.toBe('');
    expect(stub.requests.at(-1)?.body).toMatchObject({ max_completion_tokens: 300 });
    expect(stub.requests).toHaveLength(3);
    await stub.close();
  });
});
