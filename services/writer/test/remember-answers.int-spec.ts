import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AnswerMemo, OllamaClient, type ModelClient } from '@coverwright/server';
import { startOllamaStub, throwawayRedis, type OllamaStub } from '@coverwright/testing';
import { rememberAnswers } from '../src/draft/remember-answers.ts';
import { testApplications } from './test-applications.ts';
import { compose } from './test-model.ts';

const request = testApplications.nurse;
const nobodyListens = 'redis://127.0.0.1:1';

describe('a run that is begun again', () => {
  let stub: OllamaStub;
  let memo: AnswerMemo;

  beforeEach(async () => {
    stub = await startOllamaStub();
    memo = await AnswerMemo.connect(await throwawayRedis());
  });
  afterEach(async () => {
    memo.close();
    await stub.close();
  });

  const newModel = () => new OllamaClient({ host: stub.url, model: 'good:3b', numCtx: 4096 });
  /** A worker that dies in the middle of its nth answer. */
  const dyingAt = (fatal: number): { model: ModelClient; signal: AbortSignal } => {
    const death = new AbortController();
    let calls = 0;
    const chat: ModelClient['chat'] = async (asked) => {
      calls += 1;
      const dies = calls === fatal;
      return newModel().chat({ ...asked, onText: (text) => (dies ? death.abort(new Error('killed')) : asked.onText?.(text)) });
    };
    return { model: { generator: newModel().generator, chat }, signal: death.signal };
  };

  it('asks for everything while Redis is away', async () => {
    const away = await AnswerMemo.connect(nobodyListens);
    const letter = await compose(request, rememberAnswers(newModel(), away, 'run-1'));
    away.close();
    expect(letter.generator).toBe('ollama:good:3b');
  });

  it('asks the model again only for the answer it was killed in, and writes the same letter', async () => {
    const whole = await compose(request, newModel());
    const calls = stub.requests.length;
    expect(calls).toBeGreaterThan(3);

    const { model, signal } = dyingAt(3);
    await expect(compose(request, rememberAnswers(model, memo, 'run-1'), { signal })).rejects.toThrow();
    let streamed = '';
    const again = await compose(request, rememberAnswers(newModel(), memo, 'run-1'), { onDraft: (text) => (streamed += text) });

    expect(again.content).toBe(whole.content);
    expect(again.content).toContain(streamed.trim());
    expect(stub.requests).toHaveLength(calls + calls + 1);
  });

  it('keeps what it was answered from other runs, and nothing after it has ended well', async () => {
    await compose(request, rememberAnswers(newModel(), memo, 'run-1'));
    const calls = stub.requests.length;
    await compose(request, rememberAnswers(newModel(), memo, 'run-2'));
    expect(stub.requests).toHaveLength(2 * calls);
    await memo.forget('run-1');
    await compose(request, rememberAnswers(newModel(), memo, 'run-1'));
    expect(stub.requests).toHaveLength(3 * calls);
  });
});
