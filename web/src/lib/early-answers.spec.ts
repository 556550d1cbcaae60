import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { askEarly, takeEarly } from './early-answers.ts';

const answerWith = (answer: () => Promise<Response>) => jest.spyOn(globalThis, 'fetch').mockImplementation(answer);

describe('early answers', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('are handed out once, with status and body', async () => {
    answerWith(async () => Response.json({ items: [] }, { status: 203 }));
    void askEarly('/api/things');
    expect(await takeEarly('/api/things')).toEqual({ status: 203, body: { items: [] } });
    expect(await takeEarly('/api/things')).toBeUndefined();
  });

  it('are for the address that was asked, to the letter', async () => {
    answerWith(async () => Response.json({}));
    void askEarly('/api/things?limit=100');
    expect(await takeEarly('/api/things')).toBeUndefined();
  });

  it('say that there is no body where it is no JSON', async () => {
    answerWith(async () => new Response('<p>', { status: 502 }));
    void askEarly('/api/page');
    expect(await takeEarly('/api/page')).toEqual({ status: 502, body: undefined });
  });

  it('are asked for again when they failed', async () => {
    answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(askEarly('/api/gone')).rejects.toThrow('Failed to fetch');
    expect(await takeEarly('/api/gone')).toBeUndefined();
  });

  it('are asked for again when they are old', async () => {
    answerWith(async () => Response.json({}));
    void askEarly('/api/old');
    jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    expect(await takeEarly('/api/old')).toBeUndefined();
  });
});
