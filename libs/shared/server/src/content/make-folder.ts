import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './atomic-file.ts';

/** Makes a folder and those above it, step by step: asked for all at once, Node tries for ever where nothing can be made, as in /proc. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOne(folder);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await makeOne(folder);
  }
}

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}
