import { SettingsError, type Settings } from '../config/settings.ts';
import { errorCode } from '../content/atomic-file.ts';
import { makeFolder } from '../content/make-folder.ts';

/** Makes the folders of the settings. Fails with a message for the person who set them where that cannot be done. */
export async function prepareFolders({ database, contentDir }: Settings): Promise<void> {
  if (database.url === null) await prepare('DATA_DIR', database.dataDir);
  await prepare('CONTENT_DIR', contentDir);
}

async function prepare(variable: string, folder: string): Promise<void> {
  try {
    await makeFolder(folder);
  } catch (error) {
    throw new SettingsError(
      `The folder ${folder} (${variable}) cannot be made: ${String(errorCode(error) ?? error)}. ` +
        `Set ${variable} to a folder that can be written, and start again.`,
    );
  }
}
