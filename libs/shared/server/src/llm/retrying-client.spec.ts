import { describe, expect, it } from '@jest/globals';
import type { ModelAnswer, ModelRequest } from './model-client.ts';
import { ModelError, modelErrorTable, type ModelErrorCode } from './model-error.ts';
import { RetryingClient } from './retrying-client.ts';

const answer: ModelAnswer = { text: 'Said.', finish: 'stop', promptTokens: null, answerTokens: null };
const newRequest = (over: Partial<ModelRequest> = {}): ModelRequest => ({
  messages: [],
  maxTokens: 10,
  temperature: 0,
  signal: new AbortController().signal,
  ...over,
});

/** Fails as told, one call after the other, then answers. */
const failing = (...codes: ModelErrorCode[]) => {
  let calls = 0;
  const chat = async (request: ModelRequest) => {
    request.onText?.(`piece ${calls}`);
    const code = codes[calls++];
    if (code !== undefined) throw new ModelError(code, 'It failed.');
    return answer;
  };
  return { client: new RetryingClient({ generator: 'ollama:tiny', chat }, 0), calls: () => calls };
};
const codes = Object.keys(modelErrorTable) as ModelErrorCode[];
const refit = () => [];

describe('RetryingClient', () => {
  it.each(codes)('tries as often after %s as the table says, and then fails with it', async (code) => {
    const { client, calls } = failing(...Array.from({ length: 9 }, () => code));
    await expect(client.chat(newRequest({ refit }))).rejects.toMatchObject({ code });
    expect(calls()).toBe(1 + modelErrorTable[code].retries.length);
  });

  it('gives the answer of a later try', async () => {
    const { client, calls } = failing('TRANSPORT', 'BUSY');
    expect(await client.chat(newRequest())).toEqual(answer);
    expect(calls()).toBe(3);
  });

  it.each(['CONTEXT_OVERFLOW', 'PROMPT_CUT'] as const)('does not repeat after %s what cannot be made shorter', async (code) => {
    const { client, calls } = failing(code);
    await expect(client.chat(newRequest())).rejects.toMatchObject({ code });
    expect(calls()).toBe(1);
  });

  it('does not say a second beginning after a first one, unless that can be taken back', async () => {
    const heard: string[] = [];
    const onText = (text: string) => void heard.push(text);
    await expect(failing('IDLE_TIMEOUT').client.chat(newRequest({ onText }))).rejects.toMatchObject({ code: 'IDLE_TIMEOUT' });
    expect(heard).toEqual(['piece 0']);
    const onRestart = () => void (heard.length = 0);
    await failing('IDLE_TIMEOUT').client.chat(newRequest({ onText, onRestart }));
    expect(heard).toEqual(['piece 1']);
  });

  it('does not wait on when the caller gives up', async () => {
    const caller = new AbortController();
    const client = new RetryingClient({ generator: 'ollama:tiny', chat: () => Promise.reject(new ModelError('BUSY', 'Busy.')) });
    const call = client.chat(newRequest({ signal: caller.signal }));
    caller.abort();
    await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('hands on what is no failure of the model', async () => {
    const client = new RetryingClient({ generator: 'ollama:tiny', chat: () => Promise.reject(new RangeError('ours')) });
    await expect(client.chat(newRequest())).rejects.toThrow(RangeError);
  });
});

describe('the table of errors', () => {
  it.each(codes.filter((code) => code !== 'ABORTED'))('says what a person can do about %s', (code) => {
    expect(new ModelError(code, 'x').hint).toMatch(/^[A-Z].{20,}\.$/);
  });
});
