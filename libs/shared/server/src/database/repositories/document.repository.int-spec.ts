import { link, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ContentFolder } from '../../content/content-folder.ts';
import { GeneratedDocumentEntity } from '../entities/generated-document.entity.ts';
import { databaseKinds, newApplication, newVersion, throwawayDatabase, type ThrowawayDatabase } from '@coverwright/testing';
import { DocumentRepository } from './document.repository.ts';

describe.each(databaseKinds)('versions of a letter (%s)', (kind) => {
  let db: ThrowawayDatabase;
  let applicationId: string;

  beforeEach(async () => {
    db = await throwawayDatabase(kind);
    applicationId = (await db.applications.create(newApplication())).id;
  });
  afterEach(() => db.close());

  const append = (content: string) => db.documents.appendVersion(newVersion(applicationId, { content }));
  const lettersFolder = () => join(db.content.root, dirname(db.content.letterPath(applicationId, 1)));

  it('are numbered without gaps when ten are saved at once', async () => {
    const saved = await Promise.all(Array.from({ length: 10 }, (_, index) => append(`Letter ${index}\n`)));
    expect(saved.map((document) => document.version).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const document of saved) expect(await db.content.read(document.file_path)).toBe(document.content);
  });

  it('keep version 1 when version 2 fails', async () => {
    await append('First\n');
    const failing = db.documents.appendVersion(newVersion(applicationId), () =>
      Promise.resolve(() => Promise.reject(new Error('the disk is full'))),
    );
    await expect(failing).rejects.toThrow('the disk is full');
    expect(await readdir(lettersFolder())).toEqual(['cover_letter_v1.md']);
    expect((await append('Second\n')).version).toBe(2);
  });

  it('never overwrite a file they did not write', async () => {
    await mkdir(lettersFolder(), { recursive: true });
    await writeFile(join(lettersFolder(), 'cover_letter_v1.md'), 'somebody else wrote this');
    const saved = await append('Mine\n');
    expect(await db.content.read(saved.file_path)).toBe('Mine\n');
    const names = await readdir(lettersFolder());
    expect(names).toHaveLength(2);
    expect(names.some((name) => name.includes('unexpected'))).toBe(true);
  });

  it('are restored from the database when their file is missing', async () => {
    const saved = await append('Still here\n');
    await rm(join(db.content.root, saved.file_path));
    expect(await db.documents.restoreMissingFiles()).toEqual([saved.file_path]);
    expect(await db.content.read(saved.file_path)).toBe('Still here\n');
  });

  it('are read from the database on a machine with another content folder, which writes the file for itself', async () => {
    const saved = await append('From afar\n');
    const elsewhere = new ContentFolder(join(db.folder, 'elsewhere'));
    const documents = new DocumentRepository(db.database, elsewhere);
    expect((await documents.get(saved.id)).content).toBe('From afar\n');
    expect(await documents.restoreMissingFiles(AbortSignal.abort())).toEqual([]);
    expect(await documents.restoreMissingFiles()).toEqual([saved.file_path]);
    expect(await elsewhere.read(saved.file_path)).toBe('From afar\n');
  });

  it('leave no temporary files, and what a process that died has left is swept', async () => {
    await append('Done\n');
    const unfinished = await db.content.stageLetter(applicationId, 'half');
    await unfinished.publish(db.content.inside(db.content.letterPath(applicationId, 2)));
    expect(await readdir(lettersFolder())).toHaveLength(3);
    expect(await db.documents.sweepUnfinished(60_000)).toBe(0);
    expect(await db.documents.sweepUnfinished(0)).toBe(1);
    expect(await readdir(lettersFolder())).toEqual(['cover_letter_v1.md']);
  });

  it('keep their file when only the temporary name was left behind', async () => {
    const saved = await append('Done\n');
    await link(join(db.content.root, saved.file_path), join(lettersFolder(), '.coverwright-left.tmp'));
    expect(await db.documents.sweepUnfinished(0)).toBe(1);
    expect(await db.content.read(saved.file_path)).toBe('Done\n');
  });

  it('replace the file of a version that was never committed', async () => {
    const unfinished = await db.content.stageLetter(applicationId, 'never was');
    await unfinished.publish(db.content.inside(db.content.letterPath(applicationId, 1)));
    const saved = await append('Mine\n');
    expect(await db.content.read(saved.file_path)).toBe('Mine\n');
    expect((await readdir(lettersFolder())).filter((name) => name.endsWith('.md'))).toEqual(['cover_letter_v1.md']);
  });

  it('are listed newest first, page by page', async () => {
    for (const text of ['a\n', 'b\n', 'c\n']) await append(text);
    const first = await db.documents.list(applicationId, { limit: 2 });
    expect(first.items.map((document) => document.version)).toEqual([3, 2]);
    const second = await db.documents.list(applicationId, { limit: 2, cursor: first.next_cursor ?? '' });
    expect(second).toMatchObject({ items: [{ version: 1 }], next_cursor: null });
    expect(first.items[0]).not.toHaveProperty('content');
  });

  it('are listed in their order although the clock was set back between them', async () => {
    const [older, newer] = [await append('a\n'), await append('b\n')];
    await db.database.transaction(async (manager) => {
      await manager.update(GeneratedDocumentEntity, { id: older.id }, { id: `f${older.id.slice(1)}` });
    });
    const first = await db.documents.list(applicationId, { limit: 1 });
    expect(first.items).toMatchObject([{ id: newer.id, version: 2 }]);
    const second = await db.documents.list(applicationId, { limit: 1, cursor: first.next_cursor ?? '' });
    expect(second).toMatchObject({ items: [{ version: 1 }], next_cursor: null });
  });
});
