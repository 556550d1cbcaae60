import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { databaseKinds, newApplication, newNote, throwawayDatabase, type ThrowawayDatabase } from '@coverwright/testing';
import { FencedOut, type Claim } from './job-rules.ts';

const url = 'https://fernhill.example/about';
const fact = { topic: 'size', claim: 'There are 40 people.', quote: 'Forty people work in Jena.' };
const text = { content: 'Forty people work in Jena. They grind lenses.', facts: [fact], content_sha256: 'b'.repeat(64) };

describe.each(databaseKinds)('research notes in the database (%s)', (kind) => {
  let db: ThrowawayDatabase;
  let claim: Claim;

  beforeEach(async () => {
    db = await throwawayDatabase(kind);
    claim = await newRun();
  });
  afterEach(() => db.close());

  async function newRun(): Promise<Claim> {
    const { id } = await db.applications.create(newApplication());
    const { job } = await db.jobs.accept(id, { action: 'research_only' }, { idempotencyKey: null, origin: 'api' });
    const claimed = await db.jobs.claim(job.id, 1, 'research');
    if (claimed === null) throw new Error('The claim was refused.');
    return claimed;
  }
  const add = (fields = {}, run = claim) => db.jobs.addNote(run, newNote(fields));
  const all = () => db.notes.listAll(claim.job.application_id);

  it('keep what only the researcher asks, and show it to nobody else', async () => {
    const leads = [{ url: 'https://fernhill.example/team', score: 6, subject: 'people' }];
    const own = { etag: '"v1"', last_modified: 'Mon, 02 Nov 2026 10:00:00 GMT', leads, facts_by: 'ollama:x' };
    await add(own);
    expect(await db.notes.listOfJob(claim.job.id)).toEqual([expect.objectContaining(own)]);
    const [note] = await all();
    for (const name of Object.keys(own)) expect(note).not.toHaveProperty(name);
    expect(note).toMatchObject({ source_url: url, edited_at: null });
  });

  it('are one a page: a new text takes the place of the old one, at the same id', async () => {
    const { note: first, added } = await add();
    const { note: second, added: again } = await add({ ...text, etag: '"v2"' });
    expect([added, again]).toEqual([true, false]);
    expect(second).toMatchObject({ id: first.id, ...text, etag: '"v2"', created_at: first.created_at });
    expect(await all()).toEqual([expect.objectContaining({ id: first.id, content: text.content })]);
  });

  it('let go of an old text down to what is quoted of it, and have it again when the page is read again', async () => {
    const old = { ...text, etag: '"v1"', leads: [], fetched_at: '2026-01-02T03:04:05.678Z' };
    const { note } = await add(old);
    const { note: pinned } = await add({ ...old, source_url: `${url}/pinned` });
    await db.notes.update(pinned.id, { pinned: true });
    const { note: edited } = await add({ ...old, source_url: `${url}/edited` });
    await db.notes.update(edited.id, { content: 'My own words.' });
    const { note: fresh } = await add({ ...old, source_url: `${url}/fresh`, fetched_at: '2026-06-02T03:04:05.678Z' });
    const before = new Date('2026-05-01T00:00:00.000Z');
    expect([await db.notes.forgetTexts(before), await db.notes.forgetTexts(before)]).toEqual([1, 0]);
    const contents = new Map((await all()).map(({ id, content }) => [id, content]));
    expect(contents.get(note.id)).toBe(fact.quote);
    expect([pinned, edited, fresh].map(({ id }) => contents.get(id))).toEqual([text.content, 'My own words.', text.content]);
    expect(await db.notes.findByUrl(claim.job.application_id, url)).toMatchObject({ etag: null, leads: null, facts: [fact] });
    await add(old);
    expect(await db.notes.findByUrl(claim.job.application_id, url)).toMatchObject({ id: note.id, content: text.content, etag: '"v1"' });
  });

  it('stay excluded when the page has changed', async () => {
    const { note } = await add();
    await db.notes.update(note.id, { excluded: true });
    await add(text);
    expect(await all()).toEqual([expect.objectContaining({ id: note.id, excluded: true, content: text.content })]);
  });

  it.each([
    ['pinned', { pinned: true }],
    ['edited', { content: 'My own words.' }],
  ])('that a person has %s are left alone; the new text becomes a note beside them', async (_, change) => {
    const { note } = await add();
    await db.notes.update(note.id, change);
    await add(text);
    await add({ ...text, content: 'A third text.', content_sha256: 'c'.repeat(64) });
    const notes = await all();
    expect(notes).toHaveLength(2);
    expect(notes[0]).toMatchObject({ id: note.id, ...change });
    expect(notes[1]).toMatchObject({ content: 'A third text.' });
  });

  it('say that a person edited them, and keep the facts whose quotes are still there', async () => {
    const second = { topic: 'product', claim: 'Lenses.', quote: 'They grind lenses.' };
    const { note } = await add({ ...text, facts: [fact, second] });
    expect(await db.notes.update(note.id, { content: text.content })).toMatchObject({ edited_at: null, facts: [fact, second] });
    const edited = await db.notes.update(note.id, { content: 'Fifty people work in Jena. They grind lenses.' });
    expect(edited).toMatchObject({ facts: [second], content_sha256: text.content_sha256, edited_at: expect.stringMatching(/Z$/) });
    expect((await add(text)).note).toMatchObject({ id: note.id, content: edited.content, edited_at: edited.edited_at });
  });

  it('take better facts from the run that holds them, unless a person has edited them meanwhile', async () => {
    const { note } = await add(text);
    const better = [{ ...fact, claim: 'Forty people.' }];
    expect(await db.jobs.replaceFacts(claim, note.id, better, 'ollama:x')).toMatchObject({ facts: better, facts_by: 'ollama:x' });
    await db.notes.update(note.id, { content: 'My own words.' });
    expect(await db.jobs.replaceFacts(claim, note.id, [fact], 'ollama:y')).toBeNull();
    expect((await all())[0]).toMatchObject({ facts: [], content: 'My own words.' });
    expect(await db.jobs.replaceFacts(await newRun(), note.id, [fact], 'ollama:y')).toBeNull();
    await db.jobs.cancel(claim.job.id);
    await expect(db.jobs.replaceFacts(claim, note.id, [fact], 'ollama:z')).rejects.toBeInstanceOf(FencedOut);
  });

  it('are found by page: this application’s first, then the newest of others that nobody edited', async () => {
    const other = await newRun();
    const third = await newRun();
    const find = () => db.notes.findByUrl(claim.job.application_id, url);
    expect(await find()).toBeNull();
    await add({ content: 'old', fetched_at: '2026-01-01T00:00:00.000Z' }, other);
    const { note: newer } = await add({ content: 'newer', fetched_at: '2026-01-02T00:00:00.000Z' }, third);
    expect(await find()).toMatchObject({ content: 'newer' });
    await db.notes.update(newer.id, { content: 'edited by a person' });
    expect(await find()).toMatchObject({ content: 'old' });
    await add({ content: 'own', fetched_at: '2025-01-01T00:00:00.000Z' });
    expect(await find()).toMatchObject({ content: 'own' });
    expect(await db.notes.findByUrl(claim.job.application_id, 'https://fernhill.example/')).toBeNull();
  });
});
