import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiPaths, type Application, type ListOf, type Message, type Orchestration, type PostMessageAnswer } from '@coverwright/contracts';
import { newApplication } from '@coverwright/testing';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

describe('a conversation without a model', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.close());

  const create = async () => (await gateway.request<Application>('POST', apiPaths.applications, newApplication())).body.id;
  const say = async (id: string, content: string): Promise<Message> => {
    const { reply_id } = (await gateway.request<PostMessageAnswer>('POST', apiPaths.messages(id), { content })).body;
    const { items } = (await gateway.request<ListOf<Message>>('GET', apiPaths.messages(id))).body;
    return items.find((message) => message.id === reply_id) as Message;
  };
  const runs = async (id: string) =>
    (await gateway.request<ListOf<Orchestration>>('GET', apiPaths.applicationOrchestrations(id))).body.items;

  it('has a word back and what could be next', async () => {
    const id = await create();
    const hello = await say(id, 'Hello!');
    expect(hello).toMatchObject({ status: 'complete', content: expect.stringMatching(/^Hello! This is about .* at /) });
    expect((await say(id, 'thank you')).content).toBe('You are welcome.');
    expect((await say(id, 'Show me the letter')).content).toBe('There is no letter yet.');
    expect((await say(id, 'again')).content).toContain('Nothing has run yet');
    expect(await runs(id)).toEqual([]);
  });

  it('takes yes to a sole offer for the offer, once and only as the very next word', async () => {
    const id = await create();
    expect((await say(id, 'yes')).job_id).toBeNull();
    await say(id, 'Maybe you should write the letter?');
    await say(id, 'How is it going?');
    expect((await say(id, 'Yes please')).job_id).toBeNull();
    await say(id, 'Maybe you should write the letter?');
    const yes = await say(id, 'Yes please');
    expect(yes.content).toContain('Starting the draft.');
    expect((await runs(id)).map(({ action }) => action)).toEqual(['write_only']);
    const { reply_id } = (await gateway.request<PostMessageAnswer>('POST', apiPaths.regenerateMessage(yes.id))).body;
    expect(reply_id).not.toBe(yes.id);
    expect((await say(id, 'go ahead')).job_id).toBeNull();
    expect(await runs(id)).toHaveLength(1);
  });

  it('takes no for no', async () => {
    const id = await create();
    await say(id, 'Maybe you should write the letter?');
    expect((await say(id, 'No, thanks.')).content).toContain('leave everything as it is');
    expect((await say(id, 'yes')).job_id).toBeNull();
    expect(await runs(id)).toEqual([]);
  });

  it('stops what runs before it starts what the same message asks for', async () => {
    const id = await create();
    await say(id, 'Research this company');
    const { content } = await say(id, 'Stop the research and draft the letter');
    expect(content).toMatch(/^Cancelled\..*Starting the draft/);
    expect((await runs(id)).map(({ action, status }) => [action, status === 'cancelled'])).toEqual([
      ['write_only', false],
      ['research_only', true],
    ]);
  });

  it('offers a run that was stopped once more, and says how it ended', async () => {
    const id = await create();
    await say(id, 'Research https://fjord.example/about');
    await say(id, 'stop');
    const again = await say(id, 'try again');
    expect(again).toMatchObject({ job_id: null, suggestions: ['Research https://fjord.example/about'] });
    expect(again.content).toContain('cancelled');
    expect((await say(id, 'yes')).content).toContain('Starting the research.');
  });

  it('offers a change of the letter in the words of the person, and a page for what it is', async () => {
    const id = await create();
    expect((await say(id, 'Is it possible to make it shorter?')).suggestions).toEqual([
      'Change the letter: “Is it possible to make it shorter?”',
    ]);
    expect((await say(id, 'https://fjord.example/about')).content).toContain('I have not read that page');
    expect(await runs(id)).toEqual([]);
  });
});
