import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { replaceFile } from './atomic-file.ts';
import { DeletionMarks } from './deletion-marks.ts';

describe('marks of deletions', () => {
  const runs = [{ id: 'run-1', generation: 2 }];
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coverwright-marks-'));
    await mkdir(join(folder, '.coverwright-deleted'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const fails = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));

  it('say what is being deleted and what the queue may hold of it', async () => {
    const marks = new DeletionMarks(folder);
    expect(await marks.mark('a', runs)).toBe(true);
    expect(await marks.list()).toEqual([expect.objectContaining({ applicationId: 'a', runs })]);
    await marks.unmark('a');
    expect(await marks.list()).toEqual([]);
  });

  it('are a name alone where no text fits any more', async () => {
    const marks = new DeletionMarks(folder, (path, text) => (text === '' ? replaceFile(path, text) : fails('ENOSPC')));
    expect(await marks.mark('a', runs)).toBe(true);
    expect(await marks.list()).toEqual([expect.objectContaining({ applicationId: 'a', runs: [] })]);
  });

  it('say when nothing fits at all, and fail where nothing may be written', async () => {
    expect(await new DeletionMarks(folder, () => fails('ENOSPC')).mark('a', runs)).toBe(false);
    await expect(new DeletionMarks(folder, () => fails('EROFS')).mark('a', runs)).rejects.toThrow('EROFS');
  });
});
