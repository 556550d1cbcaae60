import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, readIfThere, replaceFile } from './atomic-file.ts';

/** An earlier text of the resume. `id` is the name of its file without `.md`. */
export interface KeptResume {
  id: string;
  replacedAt: string;
  content: string;
}

const idPattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-([0-9a-f]{8})$/;
/** The text of the resume as it was last seen: when somebody changes the file by hand, this is what it was before. */
const seenName = '.last_seen.md';

/**
 * Earlier texts of the base resume, one file each: `<time>-<first 8 of its SHA-256>.md`. A text is written here before another takes its
 * place, and never twice.
 */
export class ResumeHistory {
  /** One change at a time: each has to see what the one before has left. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly resumePath: string,
    private readonly folder: string,
  ) {}

  replace(content: string): Promise<void> {
    return this.inTurn(async () => {
      await this.keepWhatWas();
      const present = await readIfThere(this.resumePath);
      if (present !== null && present !== content) await this.keep(present);
      await replaceFile(this.resumePath, content);
      await replaceFile(join(this.folder, seenName), content);
    });
  }

  /** Looks at the resume, so that what it is now is not lost when somebody changes the file by hand later. */
  notice(): Promise<void> {
    return this.inTurn(() => this.keepWhatWas());
  }

  /** Ids of earlier texts, the latest first; the present one is not among them. */
  async list(): Promise<string[]> {
    const present = await readIfThere(this.resumePath);
    const twin = present === null ? null : await this.findKept(present);
    return (await this.listKept()).filter((id) => id !== twin);
  }

  /** Null when there is none of that id. */
  async read(id: string): Promise<KeptResume | null> {
    // An id comes from outside and becomes a path here: nothing but the pattern of our own names may pass.
    const [, year, month, day, hour, minute, second, ms] = idPattern.exec(id) ?? [];
    if (year === undefined) return null;
    const content = await readIfThere(join(this.folder, `${id}.md`));
    return content === null ? null : { id, replacedAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`, content };
  }

  private async keepWhatWas(): Promise<void> {
    const present = await readIfThere(this.resumePath);
    const seen = await readIfThere(join(this.folder, seenName));
    if (present === seen) return;
    if (seen !== null) await this.keep(seen);
    if (present !== null) await replaceFile(join(this.folder, seenName), present);
  }

  private async keep(content: string): Promise<void> {
    if ((await this.findKept(content)) !== null) return;
    const time = new Date().toISOString().replace(/[-:.]/g, '');
    await replaceFile(join(this.folder, `${time}-${shortHash(content)}.md`), content);
  }

  private async findKept(content: string): Promise<string | null> {
    for (const id of await this.listKept()) {
      if (id.endsWith(shortHash(content)) && (await this.read(id))?.content === content) return id;
    }
    return null;
  }

  /** Ids of all texts that are kept, the latest first. */
  async listKept(): Promise<string[]> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    });
    const ids = names.filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -'.md'.length));
    return ids.filter((id) => idPattern.test(id)).sort((a, b) => (a < b ? 1 : -1));
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}

const shortHash = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 8);
