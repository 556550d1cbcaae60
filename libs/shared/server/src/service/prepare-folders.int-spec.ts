import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from '../config/settings.ts';
import { prepareFolders } from './prepare-folders.ts';

describe('the folders of a service', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coverwright-folders-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const prepare = (env: NodeJS.ProcessEnv) =>
    prepareFolders(readSettings({ DATA_DIR: join(folder, 'data'), CONTENT_DIR: join(folder, 'content'), ...env }));

  it('are made with all that is missing above them', async () => {
    await prepare({ CONTENT_DIR: join(folder, 'a/b/c') });
    expect((await stat(join(folder, 'a/b/c'))).isDirectory()).toBe(true);
    await prepare({ CONTENT_DIR: join(folder, 'a/b/c') });
  });

  it.each(['DATA_DIR', 'CONTENT_DIR'])('are given up where nothing can be made: %s', async (variable) => {
    const made = prepare({ [variable]: '/proc/coverwright/deep' });
    await expect(made).rejects.toThrow(SettingsError);
    await expect(made).rejects.toThrow(`The folder /proc/coverwright/deep (${variable}) cannot be made`);
  });

  it('cannot be below a file', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(prepare({ CONTENT_DIR: join(folder, 'file/inside') })).rejects.toThrow('cannot be made: ENOTDIR');
  });
});
