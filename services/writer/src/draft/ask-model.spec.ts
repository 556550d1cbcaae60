import { describe, expect, it } from '@jest/globals';
import { ModelError, type ModelAnswer } from '@coverwright/server';
import { askModel, callLimit, callsLeft, type Session } from './ask-model.ts';

const ask = {
  messages: [{ role: 'user' as const, content: 'Write a paragraph about the ward and the team of nurses in it.' }],
  maxTokens: 100,
  temperature: 0.3,
};
const answer: ModelAnswer = { text: 'Text.', finish: 'stop', promptTokens: null, answerTokens: null };

const newSession = (chat: () => Promise<ModelAnswer>): Session => ({
  model: { generator: 'ollama:tiny', chat },
  signal: new AbortController().signal,
  seed: 1,
  window: 4096,
  calls: 0,
  ended: null,
});

describe('askModel', () => {
  it('asks nine times for one letter and not once more', async () => {
    let calls = 0;
    const session = newSession(async () => {
      calls += 1;
      return answer;
    });
    for (let round = 0; round < 12; round += 1) await askModel(session, ask);
    expect(calls).toBe(9);
    expect([callLimit, callsLeft(session)]).toEqual([9, 0]);
  });

  it('tells an answer that was cut', async () => {
    expect(
      await askModel(
        newSession(async () => ({ ...answer, finish: 'length' })),
        ask,
      ),
    ).toEqual({ text: 'Text.', isCut: true });
  });

  it('ends the talk when the server has cut the prompt', async () => {
    const session = newSession(() => Promise.reject(new ModelError('PROMPT_CUT', 'The model server cut the prompt.')));
    expect(await askModel(session, ask)).toBeNull();
    expect(session.ended).toContain('cut the prompt');
    expect(callsLeft(session)).toBe(0);
  });

  it('goes on after an answer of no use, and ends when the engine failed', async () => {
    const bad = newSession(() => Promise.reject(new ModelError('BAD_OUTPUT', 'Empty.')));
    expect(await askModel(bad, ask)).toBeNull();
    expect(bad.ended).toBeNull();
    const dead = newSession(() => Promise.reject(new ModelError('TRANSPORT', 'The connection broke.')));
    expect(await askModel(dead, ask)).toBeNull();
    expect(dead.ended).toBe('The connection broke');
  });

  it('throws what is no failure of the model', async () => {
    await expect(
      askModel(
        newSession(() => Promise.reject(new RangeError('ours'))),
        ask,
      ),
    ).rejects.toThrow(RangeError);
  });
});
