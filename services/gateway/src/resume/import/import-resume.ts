import { Inject, Injectable } from '@nestjs/common';
import { errorCodeSchema, type ResumePreview } from '@coverwright/contracts';
import { AppError, LOGGER, type Logger } from '@coverwright/server';
import { runInThread, ThreadEnded, threadScript, type ThreadFault, type ThreadLimits } from '../../threads/run-in-thread.ts';
import { Turns } from '../../threads/turns.ts';
import { importFaults } from './import-fault.ts';
import type { ReadResume } from './read-file.ts';
import { findGaps, recogniseResume } from './recognise-resume.ts';

const limits: ThreadLimits = { heapMb: 256, growthMb: 512, deadlineMs: 10_000 };

/** Reads an uploaded resume in a thread that may be ended at any time: a file of a few kilobytes can cost a parser gigabytes. */
@Injectable()
export class ImportResume {
  private readonly turns = new Turns(2);

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  async preview(file: Uint8Array): Promise<ResumePreview> {
    const answer = await this.turns.take(() => this.read(file));
    if ('fault' in answer) {
      const { code, message, hint } = answer.fault;
      throw new AppError(errorCodeSchema.parse(code), message, { hint });
    }
    const recognised = recogniseResume(answer.value.content);
    return { ...answer.value, recognised, warnings: [...answer.value.warnings, ...findGaps(recognised)] };
  }

  private async read(file: Uint8Array): Promise<{ value: ReadResume } | { fault: ThreadFault }> {
    try {
      return await runInThread<ReadResume>(threadScript('import-worker', import.meta.url), file, limits);
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      this.logger.warn({ err: error, bytes: file.length }, 'an uploaded resume could not be read');
      return { fault: error.reason === 'crash' ? importFaults.damaged : importFaults.tooMuch };
    }
  }
}
