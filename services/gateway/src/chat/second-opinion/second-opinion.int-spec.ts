import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Engine } from '@coverwright/contracts';
import { OllamaClient } from '@coverwright/server';
import { startOllamaStub, type OllamaStub } from '@coverwright/testing';
import { SecondOpinion } from './second-opinion.ts';

describe('SecondOpinion', () => {
  let stub: OllamaStub;
  beforeAll(async () => {
    stub = await startOllamaStub({ slots: 8 });
  });
  afterAll(() => stub.close());

  const engine = { provider: 'ollama' } as Engine;
  const never = new AbortController().signal;
  const of = (model: string) =>
    new SecondOpinion(
      { clientFor: () => new OllamaClient({ host: stub.url, model, numCtx: 4096 }), callsTools: async () => true },
      { debug: () => undefined },
    );
  const callOf = (model: string) =>
    stub.requests.find(({ path, body }) => path === '/api/chat' && (body as { model: string }).model === model);

  it.each(['silent', 'stall'])('does without a model that is %s once its time is over, and closes the call', async (model) => {
    expect(await of(model).ask(engine, 'Maybe draft a letter?', [], never, 300)).toBeNull();
    await stub.until(() => (callOf(model)?.disconnected ?? null) !== null);
  });

  it('stops when the person stops the reply', async () => {
    const caller = new AbortController();
    const asking = of('silent:latest').ask(engine, 'Maybe draft a letter?', [], caller.signal);
    await stub.until(() => callOf('silent:latest')?.phase === 'prompt');
    caller.abort('person');
    await expect(asking).rejects.toBe('person');
    await stub.until(() => (callOf('silent:latest')?.disconnected ?? null) !== null);
  });

  it('is not asked about a message without words', async () => {
    expect(await of('good:3b').ask(engine, ' \n\u200B', [], never)).toBeNull();
    expect(callOf('good:3b')).toBeUndefined();
  });
});
