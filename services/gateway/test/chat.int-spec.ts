import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  apiPaths,
  type Application,
  type ListOf,
  type Message,
  type PostMessageAnswer,
  type StopMessageAnswer,
} from '@coverwright/contracts';
import { databaseKinds, newApplication, startOllamaStub, type EventStreamReader, type OllamaStub } from '@coverwright/testing';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

type Problem = { code: string; detail: string; hint: string };

const description = `We build instruments for microscopes. The team in Jena has 40 people.
You will look after our coating line. Shifts rotate every second week.
We offer a company bicycle and a canteen with a garden.`;

describe.each(databaseKinds)('replies (%s)', (kind) => {
  let stub: OllamaStub;
  let gateway: TestGateway;
  let second: TestGateway;

  beforeAll(async () => {
    stub = await startOllamaStub({ models: ['good:3b', 'stall:3b'], tokensPerSecond: 60, slots: 8 });
    const env = { LLM_PROVIDER: 'ollama', OLLAMA_HOST: stub.url, LLM_PARALLEL: '8' };
    gateway = await startTestGateway({ env, database: kind });
    second = await startTestGateway({ env: { ...env, LLM_CHAT_MODEL: 'stall:3b' }, beside: gateway });
  });
  afterAll(async () => {
    await second.close();
    await gateway.close();
    await stub.close();
  });

  const create = async () =>
    (await gateway.request<Application>('POST', apiPaths.applications, newApplication({ job_description: description }))).body;
  const send = async (id: string, content: string) =>
    (await gateway.request<PostMessageAnswer>('POST', apiPaths.messages(id), { content })).body;
  const stop = (id: string, through = gateway) => through.request<StopMessageAnswer & Problem>('POST', apiPaths.stopMessage(id));
  const again = (id: string) => gateway.request<PostMessageAnswer & Problem>('POST', apiPaths.regenerateMessage(id));
  const list = async (id: string) => (await gateway.request<ListOf<Message>>('GET', apiPaths.messages(id))).body.items;
  const stored = async (applicationId: string, id: string) => (await list(applicationId)).find((message) => message.id === id);
  const ended = async (applicationId: string, replyId: string): Promise<Message> => {
    const events = gateway.events(apiPaths.applicationEvents(applicationId));
    const { data } = await events.until(({ event, data: seen }) =>
      event === 'snapshot'
        ? (seen as { messages: Message[] }).messages.some(({ id, status }) => id === replyId && status !== 'streaming')
        : event === 'message' && (seen as Message).id === replyId && (seen as Message).status !== 'streaming',
    );
    events.close();
    return 'messages' in (data as object)
      ? ((data as { messages: Message[] }).messages.find(({ id }) => id === replyId) as Message)
      : (data as Message);
  };
  const said = (events: EventStreamReader) =>
    events.until(({ event }) => event === 'message_delta').then(({ data }) => data as { message_id: string; text: string });

  it('stop at once when they are stopped, reach the model and keep what they have', async () => {
    const { id } = await create();
    const events = gateway.events(apiPaths.applicationEvents(id));
    const { reply_id } = await send(id, 'What would I do there?');
    await said(events);
    const before = Date.now();
    const { status, body } = await stop(reply_id);
    await stub.until((requests) => requests.some(({ disconnected }) => disconnected === 'streaming'));
    expect(Date.now() - before).toBeLessThan(500);
    expect([status, body.status, body.detail]).toEqual([202, 'stopped', expect.stringContaining('stopped')]);
    expect(body.content).not.toBe('');
    expect(await stored(id, reply_id)).toMatchObject({ status: 'stopped', content: body.content });
    const deltas = events.seen.filter(({ event }) => event === 'message_delta').map(({ data }) => (data as { text: string }).text);
    await events.until(({ event, data }) => event === 'message' && (data as Message).status === 'stopped');
    const all = events.seen.filter(({ event }) => event === 'message_delta').map(({ data }) => (data as { text: string }).text);
    expect(all.length).toBeGreaterThanOrEqual(deltas.length);
    expect(all.join('')).toBe(body.content);
  });

  it('that have ended are not changed by a stop, which says so', async () => {
    const { id } = await create();
    const { reply_id } = await send(id, 'How big is the team?');
    const whole = await ended(id, reply_id);
    expect(await stop(reply_id)).toMatchObject({ status: 202, body: { status: 'complete', content: whole.content } });
    expect((await stop(reply_id)).body.detail).toContain('complete already');
  });

  it('are stopped through another gateway than the one that writes them', async () => {
    const { id } = await create();
    const events = second.events(apiPaths.applicationEvents(id));
    const { reply_id } = await send(id, 'What do they offer?');
    await said(events);
    const { status, body } = await stop(reply_id, second);
    expect([status, body.status]).toEqual([202, 'stopped']);
    await events.until(({ event, data }) => event === 'message' && (data as Message).status === 'stopped');
    const deltas = events.seen.filter(({ event }) => event === 'message_delta').map(({ data }) => (data as { text: string }).text);
    expect(deltas.join('')).toBe(body.content);
  });

  it('get another one beside them, and both stay', async () => {
    const { id } = await create();
    const first = await send(id, 'How big is the team?');
    const one = await ended(id, first.reply_id);
    const { status, body: next } = await again(first.reply_id);
    expect([status, next.message_id]).toEqual([202, first.message_id]);
    const two = await ended(id, next.reply_id);
    const messages = await list(id);
    expect(messages.map(({ id: each, reply_to }) => [each, reply_to])).toEqual([
      [first.message_id, null],
      [one.id, first.message_id],
      [two.id, first.message_id],
    ]);
    expect(two).toMatchObject({ status: 'complete', role: 'assistant' });
  });

  it('are not asked for twice while one is being written', async () => {
    const { id } = await create();
    const { reply_id } = await send(id, 'What would I do there?');
    const { status, body } = await again(reply_id);
    expect([status, body.code, body.hint]).toEqual([409, 'REPLY_UNDER_WAY', expect.stringContaining('stop')]);
    await stop(reply_id);
    const double = await Promise.all([again(reply_id), again(reply_id)]);
    expect(double.map((answer) => answer.status).sort()).toEqual([202, 409]);
  });

  it('to a command start its run once, however often they are asked for again', async () => {
    const { id } = await create();
    const first = await send(id, 'Draft a cover letter');
    const { body: next } = await again(first.reply_id);
    expect(next).toMatchObject({ message_id: first.message_id, job_id: first.job_id });
    expect((await gateway.request<ListOf<unknown>>('GET', apiPaths.applicationOrchestrations(id))).body.items).toHaveLength(1);
    expect((await stored(id, next.reply_id))?.content).toContain('not start this twice');
    await gateway.request('POST', apiPaths.cancel(first.job_id ?? ''));
    const { body: third } = await again(next.reply_id);
    expect((await stored(id, third.reply_id))?.content).toContain('cancelled');
    expect((await gateway.request<ListOf<unknown>>('GET', apiPaths.applicationOrchestrations(id))).body.items).toHaveLength(1);
  });

  it('say once that a run was cancelled, and draft a first letter where one is to be changed', async () => {
    const { id } = await create();
    const { job_id, reply_id } = await send(id, 'Make it shorter');
    expect((await stored(id, reply_id))?.content).toContain('There is no letter yet');
    await send(id, 'Cancel the run');
    const { reply_id: last } = await send(id, 'How is it going?');
    expect((await stored(id, last))?.content).toContain('The run was cancelled');
    expect((await gateway.request<{ status: string }>('GET', apiPaths.orchestration(job_id ?? ''))).body.status).toBe('cancelled');
    expect((await list(id)).filter(({ content }) => /cancelled/i.test(content))).toHaveLength(2);
  });

  it('are neither stopped nor written again where there are none', async () => {
    const { id } = await create();
    const { message_id } = await send(id, 'How is it going?');
    for (const act of [stop, again]) {
      expect(await act(message_id)).toMatchObject({ status: 409, body: { code: 'MESSAGE_NOT_A_REPLY' } });
      expect(await act('00000000-0000-7000-8000-000000000000')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
      expect(await act('no-id')).toMatchObject({ status: 404 });
    }
  });

  it('go on without a reader', async () => {
    const { id } = await create();
    const one = gateway.events(apiPaths.applicationEvents(id));
    const { reply_id } = await send(id, 'How big is the team and what do they build?');
    await said(one);
    one.close();
    const whole = await ended(id, reply_id);
    expect(whole.status).toBe('complete');
    expect(whole).toEqual(await stored(id, reply_id));
  });

  it('read over lines that break a hundred times are what is stored', async () => {
    const { id } = await create();
    const { reply_id } = await send(id, 'What would I do there, how big is the team and what do they offer?');
    let breaks = 0;
    const concerns = (message: Message | undefined): message is Message => message?.id === reply_id;

    /** Reads as the page does, a few events on each line; now and then it has lost its place. */
    const read = async (): Promise<string> => {
      let text = '';
      let lastId: string | undefined;
      for (;;) {
        const through = Math.random() < 0.5 ? gateway : second;
        const events = through.events(apiPaths.applicationEvents(id), Math.random() < 0.1 ? undefined : lastId);
        for (let left = 1 + Math.floor(Math.random() * 3); left > 0; left -= 1) {
          const { event, id: eventId, data } = await events.next();
          lastId = eventId;
          const known = event === 'snapshot' ? (data as { messages: Message[] }).messages.find(concerns) : (data as Message);
          if (event === 'message_delta' && (data as { message_id: string }).message_id === reply_id)
            text += (data as { text: string }).text;
          if (!['snapshot', 'message'].includes(event) || !concerns(known)) continue;
          // The end says nothing that a reader has not heard already.
          if (event === 'message' && known.status !== 'streaming') expect(text).toBe(known.content);
          text = known.content;
          if (known.status !== 'streaming') return text;
        }
        events.close();
        breaks += 1;
      }
    };

    const texts = await Promise.all(Array.from({ length: 25 }, read));
    expect(breaks).toBeGreaterThanOrEqual(100);
    expect(new Set(texts)).toEqual(new Set([(await stored(id, reply_id))?.content]));
  });

  it('whose gateway has died end with what they had; those of a living one go on', async () => {
    const { id } = await create();
    const { body: living } = await second.request<PostMessageAnswer>('POST', apiPaths.messages(id), { content: 'What do they offer?' });
    const { reply } = await gateway.messages.createExchange(
      { application_id: id, role: 'user', content: 'Why?', status: 'complete' },
      { application_id: id, role: 'assistant', content: '', status: 'streaming' },
    );
    await gateway.messages.keepPartial(reply.id, 'Because they ');
    const lost = await ended(id, reply.id);
    expect(lost.status).toBe('failed');
    expect(lost.content).toMatch(/^Because they /);
    expect(await stored(id, living.reply_id)).toMatchObject({ status: 'streaming' });
    const { body } = await stop(living.reply_id);
    expect(body).toMatchObject({ status: 'stopped', content: expect.stringMatching(/\w/) });
  }, 30_000);
});
