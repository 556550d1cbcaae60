import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LocalSite, OllamaStub } from '@coverwright/testing';
import type { PageTools } from '../src/page-tools.ts';
import { newPage, startTools, ResearchWorld } from './test-world.ts';

describe('research with a model', () => {
  let tools: PageTools;
  let world: ResearchWorld;
  beforeAll(async () => {
    tools = await startTools();
  }, 30_000);
  beforeEach(async () => {
    world = await ResearchWorld.start(tools);
  });
  afterEach(() => world.close());
  afterAll(() => tools.onApplicationShutdown());

  const withModel = (site: LocalSite, stub: OllamaStub, name: string) =>
    world.settings(site, { LLM_PROVIDER: 'ollama', OLLAMA_HOST: stub.url, LLM_MODEL: name });
  const promptsOf = (stub: OllamaStub) =>
    stub.requests.filter(({ path }) => path === '/api/chat').map(({ body }) => JSON.stringify((body as { messages: unknown }).messages));

  async function researchWith(name: string) {
    const site = await world.site();
    const stub = await world.model();
    const run = await world.claim(await world.job(site));
    return { ...(await world.research(run, withModel(site, stub, name))), prompts: promptsOf(stub), run };
  }

  it('takes facts from it that stand on the page', async () => {
    const { notes, sources, prompts, run } = await researchWith('good:3b');
    expect(prompts).toHaveLength(4);
    const stored = await world.db.notes.listOfJob(run.job.id);
    expect(stored.map((note) => note.facts_by)).toEqual(Array(4).fill('ollama:good:3b'));
    for (const note of notes) for (const { quote } of note.facts) expect(note.content).toContain(quote);
    expect(notes.flatMap((note) => note.facts.map(({ quote }) => quote))).toContain('We employ 320 people in Bergen and Turku today.');
    expect(sources.map(({ reason }) => reason).filter((reason) => reason?.includes('best sentences'))).toEqual([]);
  });

  it('asks it nothing again that is read already', async () => {
    const site = await world.site();
    const stub = await world.model();
    const job = await world.job(site);
    await world.research(await world.claim(job), withModel(site, stub, 'good:3b'));
    const calls = promptsOf(stub).length;
    await world.research(await world.claim(await world.nextJob(job.application_id)), withModel(site, stub, 'good:3b'));
    expect(promptsOf(stub)).toHaveLength(calls);
  });

  it.each([
    ['empty', 'its answers could not be used'],
    ['unclosed-think', 'its answers could not be used'],
    ['refusal', 'its answers could not be used'],
    ['repetition', 'its answers could not be used'],
    ['wrong-language', 'its answers could not be used'],
    ['busy', 'busy'],
    ['error-before', 'memory'],
    ['reset', ''],
    ['no-done', ''],
    ['error-inside', ''],
    ['html-502', ''],
  ])('keeps the best sentences and says so when the model is %s', async (name, why) => {
    const { notes, sources } = await researchWith(`${name}:latest`);
    expect(notes).toHaveLength(4);
    for (const note of notes) {
      expect(note.facts.length).toBeGreaterThan(0);
      for (const { quote, claim: said } of note.facts) {
        expect(note.content).toContain(quote);
        expect(said).toBe(quote);
      }
    }
    const said = sources.flatMap(({ reason }) => /The best sentences stand for its facts: (.*)\./.exec(reason ?? '')?.[1] ?? []);
    expect(said.length).toBeGreaterThan(0);
    for (const reason of said) expect(reason).toContain(why);
  });

  it.each(['obedient', 'fabricated', 'preamble', 'fenced', 'think', 'over-long', 'junk-line', 'placeholders'])(
    'takes what is true from a model that is %s',
    async (name) => {
      const { notes, prompts } = await researchWith(`${name}:latest`);
      expect(notes.flatMap((note) => note.facts).length).toBeGreaterThanOrEqual(6);
      for (const note of notes) for (const { quote } of note.facts) expect(note.content).toContain(quote);
      expect(JSON.stringify(notes.map((note) => note.facts))).not.toMatch(/CANARY|Google|Siemens|Stanford|Hyperloom|Forbes/);
      expect(prompts.join('')).not.toContain('CANARY');
      expect(prompts.length).toBeLessThanOrEqual(12);
    },
  );

  const long: Record<string, string> = {
    English: 'In week # the crew in Bergen inspected every pump of the 14 northern hospitals and wrote down what it found.',
    German: 'In Woche # überprüfte die Instandhaltungsmannschaft sämtliche Umwälzpumpen der 14 norddeutschen Krankenhäuser.',
    Japanese: '第#週に、保守担当者は北部の14の病院にあるすべてのポンプを点検し、結果を詳しく記録して本社の技術部門に報告しました。',
  };
  const pageOf = (sentence: string, characters: number) =>
    Array.from({ length: Math.ceil(characters / sentence.length) }, (_, n) => `<p>${sentence.replace('#', String(n))}</p>`).join('');
  const pagesOf = (characters: number) =>
    Object.fromEntries(Object.entries(long).map(([name, text]) => [`/${name}`, newPage(name, pageOf(text, characters))]));

  it.each([1000, 400_000])(
    'has no prompt cut over pages of %i characters in three languages',
    async (characters) => {
      const site = await world.site(pagesOf(characters));
      const stub = await world.model();
      const urls = Object.keys(long).map((name) => `${site.url}/${name}`);
      const { notes } = await world.research(await world.claim(await world.job(site, { urls })), withModel(site, stub, 'good:3b'));
      const calls = stub.requests.filter(({ path }) => path === '/api/chat');
      expect(calls.length).toBeGreaterThanOrEqual(3);
      expect(calls.filter(({ truncated, refused }) => truncated || refused !== null)).toEqual([]);
      expect(notes.every(({ facts }) => facts.length > 0)).toBe(true);
    },
    30_000,
  );

  it('asks again with less of the page when the server has cut the prompt, and keeps nothing of the answer to that', async () => {
    const site = await world.site({ '/English': newPage('English', pageOf(long['English'] ?? '', 6000)) });
    const stub = await world.model({ oldWindow: 1030 });
    const run = await world.claim(await world.job(site, { urls: [`${site.url}/English`] }));
    const { sources } = await world.research(run, withModel(site, stub, 'cuts:latest'));
    const calls = stub.requests.filter(({ path }) => path === '/api/chat');
    const whole = calls.filter(({ truncated }) => !truncated);
    expect([calls[0]?.truncated, calls.at(-1)?.truncated, whole.length > 0]).toEqual([true, false, true]);
    for (const { body } of whole) expect(JSON.stringify(body)).toMatch(/You read part of a web page.*Task: /);
    expect((await world.db.notes.listOfJob(run.job.id)).map((note) => note.facts_by)).toEqual(['ollama:cuts:latest']);
    expect(sources.map(({ reason }) => reason).filter((reason) => reason?.includes('best sentences'))).toEqual([]);
  });

  it('goes on with sentences when the model server is not there', async () => {
    const site = await world.site();
    const settings = world.settings(site, { LLM_PROVIDER: 'ollama', OLLAMA_HOST: 'http://127.0.0.1:9', LLM_MODEL: 'good' });
    const { notes } = await world.research(await world.claim(await world.job(site)), settings);
    expect(notes.flatMap((note) => note.facts).length).toBeGreaterThanOrEqual(6);
  });

  it('stops at once when the run is cancelled in the middle of a call', async () => {
    const site = await world.site();
    const stub = await world.model();
    const run = await world.claim(await world.job(site));
    const running = world.research(run, withModel(site, stub, 'silent:latest'));
    await stub.until((requests) => requests.some(({ path, phase }) => path === '/api/chat' && phase === 'prompt'));
    run.stop('superseded');
    await expect(running).rejects.toThrow('cancelled');
    await stub.until((requests) => requests.some(({ disconnected }) => disconnected !== null));
    expect(await world.db.notes.listAll(run.job.application_id)).toHaveLength(4);
  });
});
