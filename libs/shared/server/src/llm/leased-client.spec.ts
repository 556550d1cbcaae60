import { describe, expect, it } from '@jest/globals';
import { GaveWay, LeasedClient } from './leased-client.ts';
import type { ModelAnswer, ModelRequest } from './model-client.ts';
import { abortedCall } from './model-error.ts';
import type { GivingWay, ModelLease, ModelPurpose } from './model-lease.ts';

const text = Array.from({ length: 90 }, (_, n) => `word${n}`).join(' ');
const answer: ModelAnswer = { text, finish: 'stop', promptTokens: 1, answerTokens: 90 };
const newRequest = (over: Partial<ModelRequest> = {}): ModelRequest => ({
  messages: [],
  maxTokens: 260,
  temperature: 0,
  signal: new AbortController().signal,
  ...over,
});

/** A client that writes word by word, beside a chat that wants every turn as soon as `words` are written. */
function besideChats(purpose: ModelPurpose, words: number, chats = Infinity) {
  const turns: string[] = [];
  let left = chats;
  const run = async <T>(_: ModelPurpose, __: AbortSignal, call: () => Promise<T>, way?: GivingWay): Promise<T> => {
    turns.push('');
    givingWay = way;
    return call();
  };
  let givingWay: GivingWay | undefined;
  const writer = {
    generator: 'ollama:said',
    chat: async ({ onText, signal }: ModelRequest) => {
      for (const [index, word] of answer.text.split(' ').entries()) {
        if (index === words && left > 0 && givingWay?.mayNow()) {
          left -= 1;
          givingWay.end();
        }
        if (signal.aborted) throw abortedCall(signal.reason);
        onText?.(word);
        turns[turns.length - 1] += `${word} `;
      }
      return answer;
    },
  };
  const lease: Pick<ModelLease, 'run'> = { run };
  return { client: new LeasedClient(writer, lease, purpose), turns };
}

describe('LeasedClient', () => {
  it('makes a call of a letter anew that gave way, and says that what was said is void', async () => {
    const { client, turns } = besideChats('letter', 2, 1);
    const heard: string[] = [];
    const request = newRequest({ onText: (word) => heard.push(word), onRestart: () => heard.push('/') });
    expect(await client.chat(request)).toBe(answer);
    expect(turns).toHaveLength(2);
    expect(heard.join(' ')).toBe(`word0 word1 / ${answer.text}`);
  });

  it('gives way four times at most', async () => {
    const { client, turns } = besideChats('letter', 59);
    expect(await client.chat(newRequest())).toBe(answer);
    expect(turns).toHaveLength(5);
  });

  it.each([
    ['the chat itself', 'chat', 0, {}],
    ['a call that has written a good part of its answer', 'letter', 60, {}],
    ['a call whose words somebody has heard who cannot take them back', 'letter', 1, { onText: () => undefined }],
  ] as const)('does not end %s', async (_, purpose, words, over) => {
    const { client, turns } = besideChats(purpose, words);
    expect(await client.chat(newRequest(over))).toBe(answer);
    expect(turns).toHaveLength(1);
  });

  it('ends when its caller does, also after it gave way', async () => {
    const caller = new AbortController();
    const { client } = besideChats('letter', 1, 1);
    const onRestart = () => caller.abort(new Error('changed my mind'));
    const call = client.chat(newRequest({ signal: caller.signal, onText: () => undefined, onRestart }));
    await expect(call).rejects.toMatchObject({ code: 'ABORTED', cause: expect.objectContaining({ message: 'changed my mind' }) });
  });

  it('names the reason, for whoever counts', () => {
    expect(abortedCall(new GaveWay()).cause).toBeInstanceOf(GaveWay);
  });
});
