import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../process/user-error.ts';
import { makeFolder } from './make-folder.ts';

/** Makes the folder if needed and writes a file in it, which is the only true test of "writable". */
export const checkFolder = async (variable: 'DATA_DIR' | 'CONTENT_DIR', folder: string): Promise<void> => {
  const probe = join(folder, `.write-test-${process.pid}`);
  try {
    await makeFolder(folder);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(
      `The folder ${folder} (${variable}) cannot be written: ${code ?? String(error)}.\n` +
        `Coverwright keeps ${variable === 'DATA_DIR' ? 'its database' : 'the resume and the letters'} there, so nothing was started. ` +
        `Give yourself the right to write there, or set ${variable} to another folder, and start again.`,
    );
  }
};
