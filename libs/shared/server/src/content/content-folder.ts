import { access, constants, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';

const resumePath = join('resume', 'base_resume.md');
const sampleResumePath = join('resume', 'sample_resume.md');
const temporary = /^\.coverwright-.+\.tmp$/;

/** A letter that is complete on disk under a temporary name, waiting for its version. */
export interface StagedLetter {
  /** Gives the letter its name; the rename is on disk when this returns. A file already there is set aside, never overwritten. */
  publish(version: number): Promise<{ setAside: string | null }>;
  discard(): Promise<void>;
}

/** Everything the product keeps as files: the base resume and the letters. Paths are built from database ids and numbers only. */
export class ContentFolder {
  constructor(readonly root: string) {}

  /** Path of one version, relative to the content folder. */
  letterPath(applicationId: string, version: number): string {
    return join('applications', applicationId, 'cover_letters', `cover_letter_v${version}.md`);
  }

  /** Writes and syncs a letter in the folder of the later file, so that publishing is one rename. */
  async stageLetter(applicationId: string, content: string): Promise<StagedLetter> {
    const temporaryPath = await writeTemporary(this.inside(dirname(this.letterPath(applicationId, 1))), content);
    return {
      publish: (version) => publish(temporaryPath, this.inside(this.letterPath(applicationId, version))),
      discard: () => rm(temporaryPath, { force: true }),
    };
  }

  /** Null when the file is not there. */
  read(relativePath: string): Promise<string | null> {
    return readIfThere(this.inside(relativePath));
  }

  async readResume(): Promise<{ content: string; updated_at: string } | null> {
    const path = this.inside(resumePath);
    const content = await readIfThere(path);
    return content === null ? null : { content, updated_at: (await stat(path)).mtime.toISOString() };
  }

  async readSampleResume(): Promise<string> {
    return (await readIfThere(this.inside(sampleResumePath))) ?? (await readFile(shippedSampleResume, 'utf8'));
  }

  async writeResume(content: string): Promise<void> {
    await replaceFile(this.inside(resumePath), content);
  }

  /** Restores the file of a version from its row. */
  async restore(relativePath: string, content: string): Promise<void> {
    await replaceFile(this.inside(relativePath), content);
  }

  /** Removes what an ended process left half-written. Returns how many files. */
  async sweepTemporaryFiles(): Promise<number> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(emptyWhenMissing);
    const leftovers = entries.filter((entry) => entry.isFile() && temporary.test(entry.name));
    await Promise.all(leftovers.map((entry) => rm(join(entry.parentPath, entry.name), { force: true })));
    return leftovers.length;
  }

  async removeApplication(applicationId: string): Promise<void> {
    await rm(this.inside(join('applications', applicationId)), { recursive: true, force: true });
  }

  /** Fails when files cannot be written here. */
  async checkWritable(): Promise<void> {
    await mkdir(this.root, { recursive: true });
    await access(this.root, constants.W_OK);
  }

  private inside(relativePath: string): string {
    return join(this.root, relativePath);
  }
}

const shippedSampleResume = new URL('../../../../../content/resume/sample_resume.md', import.meta.url);

async function publish(from: string, to: string): Promise<{ setAside: string | null }> {
  const setAside = await setAsideExisting(to);
  await rename(from, to);
  await syncFolder(dirname(to));
  return { setAside };
}

async function setAsideExisting(path: string): Promise<string | null> {
  if ((await readIfThere(path)) === null) return null;
  const aside = path.replace(/\.md$/, `.unexpected-${Date.now()}.md`);
  await rename(path, aside);
  return aside;
}

async function replaceFile(path: string, content: string): Promise<void> {
  const temporaryPath = await writeTemporary(dirname(path), content);
  await rename(temporaryPath, path);
  await syncFolder(dirname(path));
}

async function writeTemporary(directory: string, content: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, `.coverwright-${randomUUID()}.tmp`);
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content, 'utf8');
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return path;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function emptyWhenMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
