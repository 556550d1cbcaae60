import { Inject, Injectable } from '@nestjs/common';
import { errorCodeSchema, type ResumePreview } from '@coverwright/contracts';
import { AppError, LOGGER, type Logger } from '@coverwright/server';
import { Isolation } from '../../isolation/isolation.ts';
import { scriptBeside, WorkEnded, type WorkAnswer, type WorkLimits } from '../../isolation/work.ts';
import { importFaults } from './import-fault.ts';
import type { ReadResume } from './read-file.ts';
import { findGaps, recogniseResume } from './recognise-resume.ts';

const limits: WorkLimits = { growthMb: 256, deadlineMs: 10_000 };

/** Reads an uploaded resume in a process that may be ended at any time: a file of a few kilobytes can cost a parser gigabytes. */
@Injectable()
export class ImportResume {
  constructor(
    @Inject(Isolation) private readonly isolation: Isolation,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async preview(file: Uint8Array): Promise<ResumePreview> {
    const answer = await this.read(file);
    if ('fault' in answer) {
      const { code, message, hint } = answer.fault;
      throw new AppError(errorCodeSchema.parse(code), message, { hint });
    }
    const recognised = recogniseResume(answer.value.content);
    return { ...answer.value, recognised, warnings: [...answer.value.warnings, ...findGaps(recognised)] };
  }

  private async read(file: Uint8Array): Promise<WorkAnswer<ReadResume>> {
    try {
      return await this.isolation.run<ReadResume>(scriptBeside('import-worker', import.meta.url), file, limits);
    } catch (error) {
      if (!(error instanceof WorkEnded)) throw error;
      this.logger.warn({ err: error, bytes: file.length }, 'an uploaded resume could not be read');
      return { fault: error.reason === 'crash' ? importFaults.damaged : importFaults.tooMuch };
    }
  }
}
