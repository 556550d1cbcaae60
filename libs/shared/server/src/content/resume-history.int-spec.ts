import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ContentFolder } from './content-folder.ts';

describe('the history of the resume', () => {
  let root: string;
  let content: ContentFolder;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'coverwright-history-'));
    content = new ContentFolder(root);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const kept = async () => {
    const ids = await content.resumeHistory.list();
    return Promise.all(ids.map(async (id) => (await content.resumeHistory.read(id))?.content));
  };
  const byHand = (text: string) => writeFile(join(root, 'resume', 'base_resume.md'), text);

  it('keeps what was replaced as files named by time and hash, the latest first', async () => {
    for (const text of ['one', 'two', 'three']) await content.writeResume(text);
    expect(await kept()).toEqual(expect.arrayContaining(['one', 'two']));
    const files = (await readdir(join(root, 'resume', 'history'))).filter((name) => !name.startsWith('.'));
    expect(files).toHaveLength(2);
    for (const file of files) expect(file).toMatch(/^\d{8}T\d{9}Z-[0-9a-f]{8}\.md$/);
    expect(await content.resumeHistory.list()).toEqual([...files].sort().reverse().map((file) => file.replace('.md', '')));
  });

  it('keeps nothing twice and does not list the text that is in use', async () => {
    for (const text of ['one', 'two', 'one', 'one', 'two', 'one']) await content.writeResume(text);
    expect(await kept()).toEqual(['two']);
    await content.writeResume('three');
    expect((await kept()).sort()).toEqual(['one', 'two']);
  });

  it('loses none of many changes at once', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => `text ${index}`);
    await Promise.all(texts.map((text) => content.writeResume(text)));
    const present = await readFile(join(root, 'resume', 'base_resume.md'), 'utf8');
    expect([...(await kept()), present].sort()).toEqual([...texts].sort());
  });

  it('keeps the text seen last when the file was changed by hand, also by a process started later', async () => {
    await content.writeResume('saved');
    await byHand('by hand');
    await content.resumeHistory.notice();
    expect(await kept()).toEqual(['saved']);
    await byHand('by hand again');
    await new ContentFolder(root).writeResume('saved again');
    expect((await kept()).sort()).toEqual(['by hand', 'by hand again', 'saved']);
  });

  it('reads nothing but its own files', async () => {
    await writeFile(join(root, 'secret.md'), 'secret');
    for (const id of ['../../secret', '.last_seen', '', '20260101T000000000Z-0000000', '20260101T000000000Z-00000000']) {
      expect(await content.resumeHistory.read(id)).toBeNull();
    }
  });

  it('forgets past letters when they are emptied', async () => {
    expect(await content.readPastLetters()).toBeNull();
    await content.writePastLetters('Dear all,\n');
    expect(await content.readPastLetters()).toBe('Dear all,\n');
    await content.writePastLetters('');
    expect(await content.readPastLetters()).toBeNull();
  });
});
