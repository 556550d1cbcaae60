import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startOllamaStub, throwawayRedis, type OllamaStub, type Phase, type StubOptions } from '@coverwright/testing';
import { LeasedClient } from './leased-client.ts';
import type { ModelClient, ModelRequest } from './model-client.ts';
import { ModelLease } from './model-lease.ts';
import { OllamaClient } from './ollama-client.ts';
import { OpenAiClient } from './openai-client.ts';

/** A stop must reach the server at once; this allows for a machine that is busy with other suites. */
const soonMs = 500;
const stops = 200;
const schema = { type: 'object', properties: { claim: { type: 'string' } }, required: ['claim'] };
const tools = [{ name: 'start_research', description: 'Research a company.', parameters: schema }];
const newRequest = (over: Partial<ModelRequest>): ModelRequest => ({
  messages: [{ role: 'user', content: 'Please start the research of Fjord Robotics now.' }],
  maxTokens: 100,
  temperature: 0,
  signal: new AbortController().signal,
  ...over,
});

let stub: OllamaStub;
const started = async (options: StubOptions) => (stub = await startOllamaStub(options));
afterEach(() => stub.close());

const clients: [string, (model: string) => ModelClient][] = [
  ['Ollama', (model) => new OllamaClient({ host: stub.url, model, numCtx: 4096 })],
  ['OpenAI', (model) => new OpenAiClient({ baseUrl: `${stub.url}/v1`, apiKey: null, model, numCtx: 4096 })],
];
const phases: { phase: Phase; what: string; model: string; options: StubOptions; over?: Partial<ModelRequest> }[] = [
  { phase: 'queued', what: 'in the line of the server', model: 'good', options: { slots: 0 } },
  { phase: 'loading', what: 'while the model is loaded', model: 'good', options: { loadDelayMs: 60_000 } },
  { phase: 'prompt', what: 'while the prompt is read', model: 'silent', options: {} },
  { phase: 'streaming', what: 'in the middle of an answer', model: 'stall', options: {} },
  { phase: 'streaming', what: 'in the middle of JSON', model: 'stall', options: {}, over: { schema } },
  { phase: 'streaming', what: 'in the middle of a tool call', model: 'stall', options: {}, over: { tools } },
];

describe.each(clients)('a stop of a call to %s', (_name, clientFor) => {
  it.each(phases)('closes its socket at once $what', async ({ phase, model, options, over = {} }) => {
    await started(options);
    const caller = new AbortController();
    const call = clientFor(model)
      .chat(newRequest({ ...over, signal: caller.signal }))
      .catch((error: unknown) => error);
    await stub.until(([request]) => request?.phase === phase && (phase !== 'streaming' || request.piecesSent > 0));
    const stoppedAt = performance.now();
    caller.abort();
    await stub.until(([request]) => request?.disconnected === phase);
    expect(performance.now() - stoppedAt).toBeLessThan(soonMs);
    expect(await call).toMatchObject({ code: 'ABORTED' });
  });
});

describe('many stops', () => {
  let lease: ModelLease;
  beforeEach(async () => {
    lease = await ModelLease.connect({ redisUrl: await throwawayRedis(), slots: 4 });
  });
  afterEach(() => lease.close());

  it(`leave no socket and no slot behind, ${stops} of them in every phase`, async () => {
    await started({ slots: 2, models: ['silent', 'stall', 'good', 'slow'] });
    const models = ['silent', 'stall', 'good', 'slow'];
    const call = async (at: number) => {
      const caller = new AbortController();
      const client = new OllamaClient({ host: stub.url, model: models[at % models.length] ?? 'good', numCtx: 4096 });
      const leased = new LeasedClient(client, lease, at % 2 === 0 ? 'chat' : 'letter');
      setTimeout(() => caller.abort(), (at * 7) % 40);
      await leased.chat(newRequest({ signal: caller.signal, maxTokens: 5 + (at % 50) })).catch(() => undefined);
    };
    for (let at = 0; at < stops; at += 20) await Promise.all(Array.from({ length: 20 }, (_, offset) => call(at + offset)));
    await stub.untilClosed();
    expect(stub.openSockets).toBe(0);
    expect(await lease.run('letter', new AbortController().signal, async () => 'free')).toBe('free');
  });
});
