import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ResearchNote } from '@coverwright/contracts';
import type { Run } from '@coverwright/server';
import { databaseKinds } from '@coverwright/testing';
import type { PageTools } from '../src/page-tools.ts';
import { acmePages, newPage, startTools, ResearchWorld, type Pages } from './test-world.ts';

describe.each(databaseKinds)('the research of a run (%s)', (kind) => {
  let tools: PageTools;
  let world: ResearchWorld;
  beforeAll(async () => {
    tools = await startTools();
  }, 30_000);
  beforeEach(async () => {
    world = await ResearchWorld.start(tools, kind);
  });
  afterEach(() => world.close());
  afterAll(() => tools.onApplicationShutdown());

  const pathsOf = (sources: { url: string }[]) => sources.map(({ url }) => new URL(url).pathname);

  it('stores each page as a note and reports it in the order of reading', async () => {
    const site = await world.site();
    const { notes, sources } = await world.research(await world.claim(await world.job(site)), world.settings(site));
    expect(pathsOf(sources)).toEqual(['/', '/about', '/values', '/news']);
    expect(sources.map(({ outcome }) => outcome)).toEqual(['fetched', 'fetched', 'fetched', 'fetched']);
    expect(notes.map(({ source_url }) => new URL(source_url).pathname)).toEqual(pathsOf(sources));
    const quotes = notes.flatMap((note) => note.facts.map(({ quote }) => quote));
    expect(new Set(quotes).size).toBe(quotes.length);
    expect(quotes.filter((quote) => quote.includes('must whisper'))).toHaveLength(1);
    for (const note of notes) for (const { quote } of note.facts) expect(note.content).toContain(quote);
  });

  it('fetches only what is missing when it was killed half-way', async () => {
    const asked = Promise.withResolvers<void>();
    const pages: Pages = { ...acmePages(), '/values': () => asked.resolve() };
    const site = await world.site(pages);
    const job = await world.job(site);
    const killed = await world.claim(job);
    const twoStored = afterNotes(killed, 2);
    const first = world.research(killed, world.settings(site));
    await Promise.all([asked.promise, twoStored]);
    killed.stop('shutdown');
    await expect(first).rejects.toThrow('shutting down');
    expect(await world.db.notes.listOfJob(job.id)).toHaveLength(2);

    Object.assign(pages, acmePages());
    const before = site.requests.length;
    const { notes, sources } = await world.research(await world.claim(job), world.settings(site));
    expect(site.requests.slice(before).sort()).toEqual(['/news', '/sitemap.xml', '/values']);
    expect(sources.map(({ outcome }) => outcome)).toEqual(['cached', 'cached', 'fetched', 'fetched']);
    expect(notes).toHaveLength(4);
    const row = await world.db.jobs.get(job.id);
    expect(row).toMatchObject({ status: 'success', result: { notes_added: 4, notes_total: 4 } });
  });

  it('takes today’s notes of another application, facts included, and leaves the person’s own changes there', async () => {
    const site = await world.site();
    const other = await world.research(await world.claim(await world.job(site)), world.settings(site));
    const edited = other.notes.find((note) => note.title === 'News');
    await world.db.notes.update(edited?.id ?? '', { content: 'Acme has no news.' });
    const before = site.requests.length;
    const { notes, sources } = await world.research(await world.claim(await world.job(site)), world.settings(site));
    expect(site.requests.slice(before).sort()).toEqual(['/', '/news', '/sitemap.xml']);
    expect(sources.map(({ outcome, title }) => [title, outcome])).toEqual([
      ['Acme Pumps', 'fetched'],
      ['About Acme', 'cached'],
      ['Our values', 'cached'],
      ['News', 'fetched'],
    ]);
    const facts = (list: ResearchNote[]) => list.find((note) => note.title === 'About Acme')?.facts;
    expect(facts(notes)).toEqual(facts(other.notes));
    expect(notes.find((note) => note.title === 'News')?.content).toContain('Tampere');
    expect(notes.every((note) => note.edited_at === null)).toBe(true);
  });

  it('puts the new text of a page in the place of the old one, but not of what the person pinned or edited', async () => {
    const pages = acmePages();
    const site = await world.site(pages);
    const job = await world.job(site, { urls: [`${site.url}/news`] });
    const first = await world.research(await world.claim(job), world.settings(site));
    const [news] = first.notes.filter((note) => note.title === 'News');
    pages['/news'] = newPage('News', '<p>In June, Acme Pumps opened a plant in Turku with 40 people.</p>');
    await world.research(await world.claim(await world.nextJob(job.application_id, { urls: [`${site.url}/news`] })), world.settings(site));
    const [changed, ...others] = (await world.db.notes.listAll(job.application_id)).filter((note) => note.title === 'News');
    expect(others).toEqual([]);
    expect(changed).toMatchObject({ id: news?.id, content: expect.stringContaining('In June') });
    expect(changed?.facts.map(({ quote }) => quote)).toEqual([expect.stringContaining('In June')]);

    await world.db.notes.update(news?.id ?? '', { pinned: true });
    pages['/news'] = newPage('News', '<p>In July, Acme Pumps closed its plant in Turku again, to much regret.</p>');
    await world.research(await world.claim(await world.nextJob(job.application_id, { urls: [`${site.url}/news`] })), world.settings(site));
    const both = (await world.db.notes.listAll(job.application_id)).filter((note) => note.title === 'News');
    expect(both.map((note) => [note.pinned, note.content.slice(0, 7)])).toEqual([
      [true, 'In June'],
      [false, 'In July'],
    ]);
  });

  it('fails when the page the person asked for could not be read, and says why', async () => {
    const site = await world.site();
    const job = await world.job(site, { urls: [`${site.url}/missing`] });
    await expect(world.research(await world.claim(job), world.settings(site))).rejects.toMatchObject({
      code: 'RESEARCH_FAILED',
      message: expect.stringContaining('/missing: The page does not exist'),
    });
  });
});

/** Resolves when the run has stored so many notes. */
function afterNotes(run: Run, count: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const addNote = run.addNote.bind(run);
  let stored = 0;
  run.addNote = async (note) => {
    const result = await addNote(note);
    stored += 1;
    if (stored === count) resolve();
    return result;
  };
  return promise;
}
