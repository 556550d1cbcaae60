import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { UnfinishedFiles } from './find-unfinished.ts';

const more = 1100;

describe('the search for unfinished files', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'coverwright-content-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const leave = (folder: string, name: string) => {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, `.coverwright-${name}.tmp`), '');
  };

  it('finds each of very many in the course of a few looks, and those of the resume in every look', async () => {
    leave('resume/history', 'resume');
    for (let index = 0; index < more; index += 1) leave(`applications/${index}/cover_letters`, `letter-${index}`);
    const files = new UnfinishedFiles(root);
    const looks = [];
    for (let look = 0; look < 3; look += 1) looks.push((await files.find(0)).map(({ temporaryPath }) => basename(temporaryPath)));
    const [first = [], second = [], third = []] = looks;
    expect(new Set([...first, ...second]).size).toBe(more + 1);
    expect(first.length).toBeLessThan(more);
    expect(looks.every((found) => found.includes('.coverwright-resume.tmp'))).toBe(true);
    // It begins again.
    expect(third.length).toBe(first.length);
  });

  it('takes a folder that is not there for an empty one', async () => {
    expect(await new UnfinishedFiles(join(root, 'nothing')).find(0)).toEqual([]);
  });
});
