import { expect, test, type Page } from '@playwright/test';
import { apiPaths, messageListSchema, pagePaths, postMessageAnswerSchema, type Message } from '@coverwright/contracts';
import { openEventStream } from '@coverwright/testing';
import type { Api } from './api.ts';
import { listenForComplaints, openApplication, parts } from './page-parts.ts';
import { useWorld } from './use-world.ts';

const posting = `We build software for timetables. The team in Leeds has 12 people and a garden.
You will look after the displays at bus stops. Shifts rotate every second week.`;
const question = 'What would I do there, and how big is the team?';
/** From the restart on; the rest is what starting takes. */
const endsWithinMs = 30_000;

const messagesOf = async (api: Api, id: string): Promise<Message[]> =>
  messageListSchema.parse((await api.send('GET', apiPaths.messages(id))).body).items;

test.describe('the chat', () => {
  const world = useWorld(() => ({ model: { models: ['good:3b'], tokensPerSecond: 12 } }));

  const replies = (page: Page) => parts(page).chat.getByRole('log');
  const open = async (page: Page): Promise<string> => {
    const id = await openApplication(world(), page);
    await world().api.send('PATCH', apiPaths.application(id), { job_description: posting });
    return id;
  };

  test('stops a reply, keeps it beside another one, and goes on over a reload', async ({ page }) => {
    const complaints = listenForComplaints(page.context());
    const id = await open(page);
    const { chat, say } = parts(page);
    await say(question);
    await expect(chat.locator('p.caret')).toHaveText(/^(?!Waiting)\S+ \S+ \S+/);
    await chat.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(chat).toContainText('You stopped this reply here.');
    await world().stub.until((requests) => requests.some(({ disconnected }) => disconnected === 'streaming'));
    const [, stopped] = await messagesOf(world().api, id);
    expect(stopped).toMatchObject({ status: 'stopped', role: 'assistant' });

    await chat.getByRole('button', { name: 'Another reply' }).click();
    await expect(chat).toContainText('Reply 2 of 2');
    await expect(chat.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
    await page.reload();
    await expect(chat.getByRole('button', { name: 'Another reply' })).toBeVisible();
    const [, first, second] = await messagesOf(world().api, id);
    expect([first?.content, second?.status]).toEqual([stopped?.content, 'complete']);
    await expect(replies(page)).toContainText(second?.content.slice(-30) ?? 'nothing');
    await chat.getByRole('button', { name: 'Previous reply' }).click();
    await expect(chat).toContainText('Reply 1 of 2');
    await expect(chat).toContainText('You stopped this reply here.');
    expect(complaints).toEqual([]);
  });

  test('takes what it is unsure of as no order, and offers it as one tap', async ({ page }) => {
    const id = await open(page);
    const { chat, run, say } = parts(page);
    await say('Maybe you should write the letter?');
    await expect(chat).toContainText('I have not');
    expect((await world().api.send('GET', apiPaths.applicationOrchestrations(id))).body).toMatchObject({ items: [] });
    await chat.getByRole('button', { name: 'Draft a cover letter' }).click();
    await expect(chat).toContainText('Starting the draft.');
    await expect(run.getByRole('progressbar')).toBeVisible();
    await chat.getByRole('button', { name: 'Stop the run' }).click();
    await expect(chat).toContainText('Cancelled. What was found so far is kept.');
  });

  test('ends a reply whose gateway was killed with what it had', async () => {
    const { api, stack } = world();
    const { id } = await api.createApplication({ job_description: posting });
    const heard = openEventStream(api.url + apiPaths.applicationEvents(id));
    await heard.next();
    const { reply_id } = postMessageAnswerSchema.parse((await api.send('POST', apiPaths.messages(id), { content: question })).body);
    for (let pieces = 0; pieces < 5; pieces += 1) await heard.until(({ event }) => event === 'message_delta');
    heard.close();
    await stack.killAndAwait('gateway');
    const restarted = Date.now();
    const events = openEventStream(api.url + apiPaths.applicationEvents(id));
    await events.until(
      ({ event, data }) => event === 'message' && (data as Message).id === reply_id && (data as Message).status !== 'streaming',
    );
    events.close();
    expect(Date.now() - restarted).toBeLessThan(endsWithinMs);
    const reply = (await messagesOf(api, id)).find((message) => message.id === reply_id);
    expect(reply).toMatchObject({ status: 'failed', content: expect.stringMatching(/^\w.*\(I was interrupted here\.\)$/s) });
  });

  test('says without a page what it says with one', async ({ page }) => {
    const id = await open(page);
    await page.goto('about:blank');
    const { api, stack } = world();
    await api.send('POST', apiPaths.messages(id), { content: question });
    await page.goto(stack.url + pagePaths.application(id));
    await expect(parts(page).chat.getByRole('button', { name: 'Another reply' })).toBeVisible();
    const [, reply] = await messagesOf(api, id);
    await expect(replies(page)).toContainText(reply?.content.slice(0, 30) ?? 'nothing');
  });
});
