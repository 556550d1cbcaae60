import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startOllamaStub, throwawayRedis, type OllamaStub } from '@coverwright/testing';
import type { LlmSettings } from './llm-settings.ts';
import type { ModelRequest } from './model-client.ts';
import { ModelClients } from './model-clients.ts';
import type { ModelPurpose } from './model-lease.ts';
import type { ProgressLimits } from './watch-progress.ts';

const newRequest = (over: Partial<ModelRequest> = {}): ModelRequest => ({
  messages: [{ role: 'user', content: 'Write one paragraph of a cover letter.' }],
  maxTokens: 100,
  temperature: 0,
  signal: new AbortController().signal,
  ...over,
});

/** Time itself is what the wait is measured in. */
const [limitMs, twiceItsLimitMs] = [100, 200];

describe('the clients of two services with one slot', () => {
  let stub: OllamaStub;
  let redisUrl: string;
  let services: ModelClients[];

  beforeEach(async () => {
    // The server itself would take all of them at once.
    stub = await startOllamaStub({ models: ['silent', 'slow', 'good:3b'], slots: 8 });
    redisUrl = await throwawayRedis();
    services = [];
  });
  afterEach(async () => {
    await Promise.all(services.map((models) => models.close()));
    await stub.close();
  });

  const clientOf = async (purpose: ModelPurpose, model: string, limits: Partial<ProgressLimits> = {}) => {
    const llm: LlmSettings = {
      provider: 'ollama',
      ollamaHost: stub.url,
      openaiBaseUrl: null,
      openaiApiKey: null,
      model,
      chatModel: null,
      numCtx: 4096,
    };
    const models = await ModelClients.connect(
      { llm: { ...llm, parallel: 1 }, redisUrl },
      { count: () => undefined, observe: () => undefined },
    );
    services.push(models);
    const client = models.clientFor(await models.probe(), purpose, limits);
    if (client === null) throw new Error('There is no model to ask.');
    return client;
  };
  const serving = async (caller: AbortController) => {
    const other = await clientOf('chat', 'silent');
    const call = other.chat(newRequest({ signal: caller.signal })).catch((error: unknown) => error);
    await stub.until((requests) => requests.at(-1)?.phase === 'prompt');
    return call;
  };
  const chats = () => stub.requests.filter(({ path }) => path === '/api/chat');

  it('send one call at a time, and the wait counts for no limit of the second', async () => {
    const first = new AbortController();
    const call = serving(first);
    await stub.until((requests) => requests.some(({ phase }) => phase === 'prompt'));
    const gateway = await clientOf('chat', 'good:3b', { firstTokenMs: limitMs });
    const reply = gateway.chat(newRequest());
    await pause(twiceItsLimitMs);
    expect(chats()).toHaveLength(1);
    first.abort();
    await call;
    expect((await reply).text).not.toBe('');
  });

  it('end as ABORTED in the line, without a request', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const call = serving(first);
    await stub.until((requests) => requests.some(({ phase }) => phase === 'prompt'));
    const reply = (await clientOf('chat', 'good:3b')).chat(newRequest({ signal: second.signal }));
    second.abort();
    await expect(reply).rejects.toMatchObject({ name: 'ModelError', code: 'ABORTED' });
    expect(chats()).toHaveLength(1);
    first.abort();
    await call;
  });

  it('make the call of a letter anew that has just begun when somebody chats, and the chat goes first', async () => {
    const pieces: string[] = [];
    const writer = await clientOf('letter', 'slow:latest');
    const letter = writer.chat(newRequest({ onText: (text) => pieces.push(text), onRestart: () => void pieces.splice(0), maxTokens: 8 }));
    await stub.until(() => chats()[0]?.phase === 'streaming');
    const gateway = await clientOf('chat', 'good:3b');
    await gateway.chat(newRequest());
    const [first, chat] = chats();
    expect([first?.disconnected, (chat?.body as { model: string }).model]).toEqual(['streaming', 'good:3b']);
    const { text } = await letter;
    expect(pieces.join('').trim()).toBe(text);
    expect(chats().map(({ disconnected }) => disconnected)).toEqual(['streaming', null, null]);
  });
});
