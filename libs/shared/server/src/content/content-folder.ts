import { access, constants, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readIfThere, replaceFile, statIfThere, writeTemporary } from './atomic-file.ts';
import { DeletionMarks } from './deletion-marks.ts';
import { UnfinishedFiles, type UnfinishedFile } from './find-unfinished.ts';
import { makeFolder } from './make-folder.ts';
import { ResumeHistory } from './resume-history.ts';
import { StagedLetter } from './staged-letter.ts';

const resumePath = join('resume', 'base_resume.md');
/** Letters the person wrote before, pasted to show how they write. */
const pastLettersPath = join('resume', 'past_letters.md');
const sampleResumePath = join('resume', 'sample_resume.md');
const shippedSampleResume = new URL('../../../../../content/resume/sample_resume.md', import.meta.url);

/** Everything the product keeps as files: the resume and the letters. Paths are built from database ids and numbers only. */
export class ContentFolder {
  readonly deletions: DeletionMarks;
  readonly resumeHistory: ResumeHistory;
  private readonly unfinished: UnfinishedFiles;

  constructor(readonly root: string) {
    this.deletions = new DeletionMarks(root);
    this.unfinished = new UnfinishedFiles(root);
    this.resumeHistory = new ResumeHistory(join(root, resumePath), join(root, 'resume', 'history'));
  }

  /** Where a path of the database lies on this machine. */
  inside(relativePath: string): string {
    return join(this.root, relativePath);
  }

  /** Path of one version, relative to the content folder. */
  letterPath(applicationId: string, version: number): string {
    return join('applications', applicationId, 'cover_letters', `cover_letter_v${version}.md`);
  }

  /** Writes and syncs a letter in the folder of the later file. */
  async stageLetter(applicationId: string, content: string): Promise<StagedLetter> {
    return new StagedLetter(await writeTemporary(this.inside(dirname(this.letterPath(applicationId, 1))), content));
  }

  /** Null when the file is not there. */
  read(relativePath: string): Promise<string | null> {
    return readIfThere(this.inside(relativePath));
  }

  async has(relativePath: string): Promise<boolean> {
    return (await statIfThere(this.inside(relativePath))) !== null;
  }

  async readResume(): Promise<{ content: string; updated_at: string } | null> {
    const path = this.inside(resumePath);
    const content = await readIfThere(path);
    return content === null ? null : { content, updated_at: (await stat(path)).mtime.toISOString() };
  }

  async readSampleResume(): Promise<string> {
    return (await readIfThere(this.inside(sampleResumePath))) ?? (await readFile(shippedSampleResume, 'utf8'));
  }

  /** Replaces the base resume; what it was is kept in its history first. */
  async writeResume(content: string): Promise<void> {
    await this.resumeHistory.replace(content);
  }

  /** Letters the person wrote before, for the way they write. Null while there are none. */
  readPastLetters(): Promise<string | null> {
    return readIfThere(this.inside(pastLettersPath));
  }

  async writePastLetters(content: string): Promise<void> {
    if (content === '') await this.remove(pastLettersPath);
    else await replaceFile(this.inside(pastLettersPath), content);
  }

  /** Everything about the resume that is the person's own, as files: paths relative to the content folder. */
  async listResumeFiles(): Promise<string[]> {
    const history = (await this.resumeHistory.listKept()).map((id) => join('resume', 'history', `${id}.md`));
    const candidates = [resumePath, pastLettersPath, ...history];
    const there = await Promise.all(candidates.map((path) => statIfThere(this.inside(path))));
    return candidates.filter((_, index) => there[index] !== null);
  }

  /** Restores the file of a version from its row. */
  async restore(relativePath: string, content: string): Promise<void> {
    await replaceFile(this.inside(relativePath), content);
  }

  /** A part of them at a time where there are very many applications. */
  findUnfinished(minAgeMs: number): Promise<UnfinishedFile[]> {
    return this.unfinished.find(minAgeMs);
  }

  async remove(path: string): Promise<void> {
    await rm(resolve(this.root, path), { force: true });
  }

  async removeApplication(applicationId: string): Promise<void> {
    await rm(this.inside(join('applications', applicationId)), { recursive: true, force: true });
  }

  /** Fails when files cannot be written here. */
  async checkWritable(): Promise<void> {
    await makeFolder(this.root);
    await access(this.root, constants.W_OK);
  }
}
