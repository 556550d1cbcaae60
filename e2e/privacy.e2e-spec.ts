import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { apiPaths, type Application } from '@coverwright/contracts';
import { readContacts, watchedBy } from './connections/watch-connections.ts';
import { findTraces } from './traces.ts';
import { useWorld } from './use-world.ts';

/** A word that stands nowhere else, put wherever a person can put one. */
const word = 'Zyxgloria';

test.describe('what a person has written', () => {
  const watched = join(mkdtempSync(join(tmpdir(), 'coverwright-contacts-')), 'contacts.jsonl');
  const world = useWorld(() => ({ model: {}, env: { LOG_LEVEL: 'trace', ...watchedBy(watched) } }));
  test.afterAll(() => rmSync(dirname(watched), { recursive: true }));
  let application: Application;

  test('is worked with, and stands in no log', async () => {
    const { api, site, stack } = world();
    await api.send('PUT', apiPaths.resume, {
      content: `# Ada ${word}resume\n\nada@${word}.example\n\n- Built bus timetables in TypeScript`,
    });
    site.pages[`/${word}/page`] = { body: `<title>${word} page</title><p>${word} Ltd builds timetable software for 23 operators.</p>` };
    application = await api.createApplication({
      company_name: `${word} Ltd`,
      job_title: `Engineer ${word}`,
      job_description: `We look for somebody who knows ${word} and TypeScript.`,
      job_url: `${site.url}/gone?who=${word}`,
      notes: `call ${word}@mail.example`,
    });
    const { id } = application;
    const url = `${site.url}/${word}/page?token=${word}`;
    expect(await api.finished(await api.start(id, { action: 'research_then_write', url, feedback: `mention ${word}` }))).toMatchObject({
      status: 'success',
    });
    const failed = await api.finished(await api.start(id, { action: 'research_only', url: `${site.url}/gone/${word}` }));
    expect(failed).toMatchObject({ status: 'failure' });
    const [letter] = await api.documents(id);
    const content = `Dear ${word} team,\n\nHello from ${word}.\n`;
    const edit = { document_type: 'cover_letter', content, parent_version: letter?.version };
    expect((await api.send('POST', apiPaths.applicationDocuments(id), edit)).status).toBe(201);
    const said = await api.send('POST', apiPaths.messages(id), { content: `what does ${word} do?` });
    expect(said.status).toBe(202);
    const { reply_id } = said.body as { reply_id: string };
    await expect
      .poll(async () => {
        const { items } = (await api.send('GET', apiPaths.messages(id))).body as { items: { id: string; status: string }[] };
        return items.find((message) => message.id === reply_id)?.status;
      })
      .toBe('complete');
    await api.send('POST', apiPaths.importApplication, { url: `${site.url}/gone/${word}` });
    await api.send('POST', apiPaths.applications, `{ "${word}`);

    expect(findTraces(stack.folder, word).join(' ')).toMatch(/coverwright\.sqlite.*redis/s);
    const { lines } = stack.launcher;
    expect(lines.filter((line) => line.includes(application.id)).length).toBeGreaterThan(3);
    expect(lines.filter((line) => line.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
  });

  test('is in no table, log, queue or file once it is deleted; the resume, which is its own, stays', async () => {
    const { api, stack } = world();
    expect((await api.send('DELETE', apiPaths.application(application.id))).status).toBe(204);
    expect(findTraces(join(stack.folder, 'data'), word).filter((path) => path.startsWith('coverwright.sqlite'))).toEqual([]);
    // Redis writes its file anew in a process of its own, a moment later.
    await expect.poll(() => findTraces(join(stack.folder, 'data'), word)).toEqual([]);
    expect(findTraces(stack.contentDir, word).sort()).toEqual(['resume/base_resume.md', 'resume/history/.last_seen.md']);
    expect(stack.launcher.lines.filter((line) => line.includes(word))).toEqual([]);
  });

  test('was told to nobody but the queue, the model and the site that was asked for', () => {
    const { site, stack, stub } = world();
    const [redis = ''] = stack.processes().flatMap(({ command }) => /(?:redis|valkey)-server \S*?(:\d+)/.exec(command)?.[1] ?? []);
    const contacts = readContacts(watched);
    const known = { [`127.0.0.1${redis}`]: 'queue', [site.host]: 'site', [new URL(stub.url).host]: 'model' };
    const found = new Set(contacts.map(({ by, to }) => `${by} ${known[to] ?? to}`));
    expect([...found].sort()).toEqual([
      'gateway model',
      'gateway queue',
      'launcher queue',
      'researcher model',
      'researcher queue',
      'researcher site',
      'writer model',
      'writer queue',
    ]);
  });
});
