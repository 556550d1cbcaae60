import { Inject, Injectable } from '@nestjs/common';
import type { Application, DocumentWithContent, LetterFormat } from '@coverwright/contracts';
import { AppError, ContentFolder, LOGGER, parseResume, type Logger } from '@coverwright/server';
import { Isolation } from '../../isolation/isolation.ts';
import { scriptBeside, WorkEnded, type WorkLimits } from '../../isolation/work.ts';
import type { LetterToExport } from './letter-to-export.ts';

const limits: WorkLimits = { growthMb: 256, deadlineMs: 10_000 };

/** Makes the file of a letter, away from everything else: fonts are laid out in it letter by letter. */
@Injectable()
export class ExportLetter {
  constructor(
    @Inject(Isolation) private readonly isolation: Isolation,
    @Inject(ContentFolder) private readonly content: ContentFolder,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async export(application: Application, document: DocumentWithContent, format: LetterFormat): Promise<Uint8Array> {
    if (format === 'md') return Buffer.from(document.content);
    const letter: LetterToExport = {
      content: document.content,
      format,
      title: `Cover letter, ${application.job_title}, ${application.company_name}`,
      author: await this.readName(),
      createdAt: document.created_at,
    };
    try {
      const answer = await this.isolation.run<Uint8Array>(scriptBeside('export-worker', import.meta.url), letter, limits);
      if ('value' in answer) return answer.value;
      throw new Error(answer.fault.message);
    } catch (error) {
      this.logger.warn({ err: error, document_id: document.id, format }, 'a letter could not be exported');
      const why =
        error instanceof WorkEnded && error.reason !== 'crash' ? 'it is too long or nested too deeply' : 'its text could not be laid out';
      throw new AppError('FORMAT_NOT_AVAILABLE', `This letter cannot be made into a ${format} file: ${why}.`, {
        hint: 'Download it as Markdown, which works for every letter.',
      });
    }
  }

  private async readName(): Promise<string> {
    const resume = await this.content.readResume();
    return resume === null ? '' : (parseResume(resume.content).profile.name ?? '');
  }
}
