import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { engineSchema } from '@coverwright/contracts';
import { startOllamaStub, type StubOptions } from '@coverwright/testing';
import { clientFor, probeEngine } from './choose-engine.ts';
import type { LlmSettings } from './llm-settings.ts';

const newSettings = (over: Partial<LlmSettings>): LlmSettings => ({
  provider: 'auto',
  ollamaHost: 'http://127.0.0.1:2',
  openaiBaseUrl: null,
  openaiApiKey: null,
  model: null,
  chatModel: null,
  numCtx: 8192,
  ...over,
});

const probeStub = async (over: Partial<LlmSettings>, options: StubOptions = {}) => {
  const stub = await startOllamaStub(options);
  const settings = newSettings({ ollamaHost: stub.url, openaiBaseUrl: `${stub.url}/v1`, ...over });
  const engine = await probeEngine(settings).finally(() => stub.close());
  return { engine: engineSchema.parse(engine), settings };
};

describe('probeEngine', () => {
  it('takes the first installed model of an Ollama that answers', async () => {
    const { engine, settings } = await probeStub({}, { models: ['llama3.2:3b', 'qwen3:4b'] });
    expect(engine).toMatchObject({
      provider: 'ollama',
      configured: 'auto',
      reachable: true,
      model: 'llama3.2:3b',
      chat_model: 'llama3.2:3b',
    });
    expect(clientFor(engine, settings, 'letter')?.generator).toBe('ollama:llama3.2:3b');
  });

  it('takes the configured models when they are installed, with or without their tag', async () => {
    const { engine, settings } = await probeStub(
      { model: 'mistral', chatModel: 'qwen3:4b' },
      { models: ['llama3.2:3b', 'mistral:latest', 'qwen3:4b'] },
    );
    expect(engine).toMatchObject({ model: 'mistral:latest', chat_model: 'qwen3:4b' });
    expect(clientFor(engine, settings, 'chat')?.generator).toBe('ollama:qwen3:4b');
  });

  it('says so when the configured model is not installed, and what is', async () => {
    const { engine } = await probeStub({ model: 'mistral' }, { models: ['llama3.2:3b'] });
    expect(engine.model).toBe('llama3.2:3b');
    expect(engine.message).toMatch(/no mistral.*ollama pull mistral.*llama3\.2:3b/);
  });

  it('picks neither an embedding model nor one that runs elsewhere', async () => {
    const { engine } = await probeStub({}, { models: ['nomic-embed-text', 'gpt-oss:120b-cloud'] });
    expect(engine).toMatchObject({ provider: 'offline', reachable: true, model: null });
  });

  it('writes offline when Ollama has no model, and says how to get one', async () => {
    const { engine, settings } = await probeStub({}, { models: [] });
    expect(engine).toMatchObject({ provider: 'offline', message: expect.stringContaining('ollama pull') });
    expect(clientFor(engine, settings, 'letter')).toBeNull();
  });

  it('writes offline when nothing answers, and says the usual reasons', async () => {
    const engine = await probeEngine(newSettings({}));
    expect(engine).toMatchObject({ provider: 'offline', configured: 'auto', reachable: false });
    expect(engine.message).toMatch(/nothing listens there.*not started.*container/);
  });

  it('stays with Ollama when it was asked for by name', async () => {
    const settings = newSettings({ provider: 'ollama', model: 'llama3.2:3b' });
    const engine = await probeEngine(settings);
    expect(engine).toMatchObject({
      provider: 'ollama',
      reachable: false,
      model: 'llama3.2:3b',
      message: expect.stringContaining('ollama serve'),
    });
    expect(clientFor(engine, settings, 'letter')).not.toBeNull();
  });

  it('gives up on a silent server within two seconds', async () => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const started = performance.now();
    const engine = await probeEngine(newSettings({ ollamaHost: `127.0.0.1:${(server.address() as AddressInfo).port}` }));
    expect(performance.now() - started).toBeLessThan(2500);
    expect(engine).toMatchObject({ reachable: false, message: expect.stringContaining('no answer within 2 s') });
    server.closeAllConnections();
    server.close();
  });

  it('tells another server from Ollama', async () => {
    const server = createServer((_req, res) => res.end('<html>hello</html>')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const engine = await probeEngine(newSettings({ ollamaHost: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
    expect(engine).toMatchObject({ reachable: false, message: expect.stringContaining('not with JSON') });
    server.closeAllConnections();
    server.close();
  });

  it('uses an OpenAI-compatible server', async () => {
    const { engine, settings } = await probeStub({ provider: 'openai' }, { models: ['good:3b'] });
    expect(engine).toMatchObject({ provider: 'openai', reachable: true, model: 'good:3b', models: ['good:3b'] });
    expect(clientFor(engine, settings, 'letter')?.generator).toBe('openai:good:3b');
  });

  it('names what is missing for an OpenAI-compatible server', async () => {
    const engine = await probeEngine(newSettings({ provider: 'openai' }));
    expect(engine).toMatchObject({ provider: 'openai', reachable: false, message: expect.stringContaining('OPENAI_BASE_URL') });
  });

  it('asks nobody when offline was chosen', async () => {
    expect(await probeEngine(newSettings({ provider: 'offline' }))).toMatchObject({ provider: 'offline', model: null });
  });

  it('ends with its caller', async () => {
    await expect(probeEngine(newSettings({}), AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });
});
