import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { databaseKinds, newApplication, newNote, newVersion, throwawayDatabase, type ThrowawayDatabase } from '@coverwright/testing';
import { BackgroundJobEntity } from '../entities/background-job.entity.ts';
import { FencedOut, type Claim } from './job-rules.ts';

const byApi = { idempotencyKey: null, origin: 'api' } as const;
const both = { action: 'research_then_write' } as const;

describe.each(databaseKinds)('a run in the database (%s)', (kind) => {
  let db: ThrowawayDatabase;
  let applicationId: string;

  beforeEach(async () => {
    db = await throwawayDatabase(kind);
    applicationId = (await db.applications.create(newApplication())).id;
  });
  afterEach(() => db.close());

  const accept = async () => (await db.jobs.accept(applicationId, both, byApi)).job;
  const claim = async (id: string, kind: 'research' | 'write', generation = 1): Promise<Claim> => {
    const claimed = await db.jobs.claim(id, generation, kind);
    if (claimed === null) throw new Error('The claim was refused.');
    return claimed;
  };

  it('is one run when the same request comes twice at once', async () => {
    const [first, second] = await Promise.all([db.jobs.accept(applicationId, both, byApi), db.jobs.accept(applicationId, both, byApi)]);
    expect(second.job.id).toBe(first.job.id);
    expect([first.created, second.created].sort()).toEqual([false, true]);
  });

  it('refuses another request while it is open, and names the open run', async () => {
    const job = await accept();
    await expect(db.jobs.accept(applicationId, { action: 'write_only' }, byApi)).rejects.toMatchObject({
      code: 'JOB_ACTIVE',
      extra: { job_id: job.id },
    });
  });

  it('answers a known idempotency key with its run, even after it has ended', async () => {
    const { job } = await db.jobs.accept(applicationId, both, { ...byApi, idempotencyKey: 'k1' });
    await db.jobs.cancel(job.id);
    expect((await db.jobs.accept(applicationId, both, { ...byApi, idempotencyKey: 'k1' })).job.id).toBe(job.id);
    expect((await db.jobs.accept(applicationId, both, byApi)).job.id).not.toBe(job.id);
  });

  it('lets only the newest claim change anything', async () => {
    const job = await accept();
    const paused = await claim(job.id, 'write');
    const current = await claim(job.id, 'write');
    await expect(db.jobs.report(paused, { percent: 60, message: 'late' })).rejects.toBeInstanceOf(FencedOut);
    await expect(db.jobs.addNote(paused, newNote())).rejects.toBeInstanceOf(FencedOut);
    await expect(db.jobs.finishWithDocument(paused, db.documents, newVersion(applicationId, { job_id: job.id }), 0)).rejects.toBeInstanceOf(
      FencedOut,
    );
    expect((await db.documents.list(applicationId, { limit: 10 })).items).toEqual([]);
    const { document } = await db.jobs.finishWithDocument(current, db.documents, newVersion(applicationId, { job_id: job.id }), 0);
    expect(document.version).toBe(1);
  });

  it('saves row, document and file in one step', async () => {
    const job = await accept();
    const { document } = await db.jobs.finishWithDocument(
      await claim(job.id, 'write'),
      db.documents,
      newVersion(applicationId, { job_id: job.id, content: 'Größe ☕\n' }),
      3,
    );
    expect(await db.content.read(document.file_path)).toBe('Größe ☕\n');
    expect(document.file_path).toBe(`applications/${applicationId}/cover_letters/cover_letter_v1.md`);
    expect(await db.jobs.get(job.id)).toMatchObject({
      status: 'success',
      stage: 'done',
      result: { document_id: document.id, version: 1, notes_used: 3 },
      progress: { percent: 100 },
    });
  });

  it('does not research again what it has researched', async () => {
    const job = await accept();
    await db.jobs.finishResearch(await claim(job.id, 'research'), { notes_added: 2, notes_total: 2 }, []);
    expect(await db.jobs.claim(job.id, 1, 'research')).toBeNull();
    await db.jobs.fail(await claim(job.id, 'write'), { code: 'INTERNAL', message: 'm', hint: 'h' });
    const again = await db.jobs.retry(job.id);
    expect(again).toMatchObject({ status: 'pending', generation: 2, error: null });
    expect(await db.jobs.claim(job.id, 2, 'research')).toBeNull();
    expect(await db.jobs.claim(job.id, 1, 'write')).toBeNull();
    expect(await db.jobs.claim(job.id, 2, 'write')).not.toBeNull();
  });

  it('ends at once when cancelled and fences out its worker', async () => {
    const job = await accept();
    const worker = await claim(job.id, 'research');
    expect(await db.jobs.cancel(job.id)).toMatchObject({ status: 'cancelled', stage: 'done' });
    await expect(db.jobs.finishResearch(worker, { notes_added: 0, notes_total: 0 }, [])).rejects.toBeInstanceOf(FencedOut);
    await expect(db.jobs.cancel(job.id)).rejects.toMatchObject({ code: 'JOB_NOT_CANCELLABLE' });
  });

  it('says what it waits for, and does not count that try', async () => {
    const job = await accept();
    await db.jobs.postpone(await claim(job.id, 'write'), 'The disk is full.');
    expect(await db.jobs.get(job.id)).toMatchObject({ status: 'running', attempts: 0, progress: { message: 'The disk is full.' } });
  });

  it('counts as idle when it has not moved for a while, and when the clock was set back since it moved', async () => {
    const job = await accept();
    const listed = async () => (await db.jobs.listIdle(3000)).map(({ id }) => id);
    expect(await listed()).toEqual([]);
    for (const updated_at of ['2020-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z']) {
      await db.database.transaction((manager) => manager.update(BackgroundJobEntity, { id: job.id }, { updated_at }));
      expect(await listed()).toEqual([job.id]);
    }
  });

  it('cannot be retried after success', async () => {
    const { job } = await db.jobs.accept(applicationId, { action: 'research_only' }, byApi);
    await db.jobs.finishResearch(await claim(job.id, 'research'), { notes_added: 0, notes_total: 0 }, []);
    expect((await db.jobs.get(job.id)).status).toBe('success');
    await expect(db.jobs.retry(job.id)).rejects.toMatchObject({ code: 'JOB_NOT_RETRYABLE' });
  });

  it('keeps the same page with the same content as one note, as the person left it', async () => {
    const job = await accept();
    const worker = await claim(job.id, 'research');
    const first = await db.jobs.addNote(worker, newNote());
    await db.notes.update(first.note.id, { pinned: true });
    const second = await db.jobs.addNote(worker, newNote());
    expect(second).toMatchObject({ added: false, note: { id: first.note.id, pinned: true } });
  });

  it('takes everything with it when its application is deleted', async () => {
    const job = await accept();
    const worker = await claim(job.id, 'research');
    await db.jobs.addNote(worker, newNote());
    await db.applications.delete(applicationId);
    expect(await db.jobs.find(job.id)).toBeNull();
    expect(await db.notes.listAll(applicationId)).toEqual([]);
    await expect(db.jobs.addNote(worker, newNote())).rejects.toBeInstanceOf(FencedOut);
  });
});
