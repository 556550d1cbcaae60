import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startOllamaStub, type OllamaStub } from '@coverwright/testing';
import type { ModelRequest } from './model-client.ts';
import { OllamaClient } from './ollama-client.ts';
import { RetryingClient } from './retrying-client.ts';
import { DEFAULT_LIMITS } from './watch-progress.ts';

const minute = 60_000;
/** One minute of the clock of these tests, in real milliseconds. */
const scaledMinute = 40;
const scaled = (ms: number) => (ms / minute) * scaledMinute;
const limits = { firstTokenMs: scaled(DEFAULT_LIMITS.firstTokenMs), idleMs: scaled(DEFAULT_LIMITS.idleMs) };
const request: ModelRequest = {
  messages: [{ role: 'user', content: 'Write one paragraph of a cover letter.' }],
  maxTokens: 100,
  temperature: 0,
  signal: new AbortController().signal,
};

/** The clock of the HTTP client's own time-outs, which can be put forward. */
const clock = createRequire(import.meta.url)('undici/lib/util/timers.js') as { tick: (ms: number) => void };

let stub: OllamaStub;
afterEach(() => stub.close());

describe('a model that takes six minutes to load', () => {
  beforeEach(async () => {
    stub = await startOllamaStub({ loadDelayMs: scaled(6 * minute) });
  });

  it('answers after that, with the limits of the product on a faster clock', async () => {
    expect(limits.firstTokenMs).toBeGreaterThan(scaled(6 * minute));
    const answer = await new OllamaClient({ host: stub.url, model: 'good', numCtx: 4096, limits }).chat(request);
    expect(answer.text).not.toBe('');
    expect(stub.loads).toBe(1);
  });

  it('is not given up by the HTTP client, whose own patience ends after five', async () => {
    const answer = new OllamaClient({ host: stub.url, model: 'good', numCtx: 4096 }).chat(request);
    await stub.until(([call]) => call?.phase === 'loading');
    for (let passed = 0; passed < 6; passed += 1) clock.tick(minute);
    expect((await answer).text).not.toBe('');
  });
});

describe('a model that stands still in the middle of its answer', () => {
  it('is asked once more, and then ends as what it is', async () => {
    stub = await startOllamaStub();
    const onRestart = jest.fn();
    const client = new RetryingClient(new OllamaClient({ host: stub.url, model: 'stall', numCtx: 4096, limits }), 0);
    await expect(client.chat({ ...request, onText: () => undefined, onRestart })).rejects.toMatchObject({
      code: 'IDLE_TIMEOUT',
      message: expect.stringContaining('Time-out'),
    });
    expect(onRestart).toHaveBeenCalledTimes(1);
    expect(stub.requests.map(({ disconnected }) => disconnected)).toEqual(['streaming', 'streaming']);
  });
});
