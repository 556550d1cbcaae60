import { Inject, Injectable } from '@nestjs/common';
import type { ImportAnswer } from '@coverwright/contracts';
import { ApplicationRepository, ErrandDesk } from '@coverwright/server';

/** Has the researcher read a posting and makes an application of what it found. The gateway itself opens no socket to the web. */
@Injectable()
export class ImportApplication {
  constructor(
    @Inject(ErrandDesk) private readonly desk: ErrandDesk,
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
  ) {}

  /** Nothing is created when it fails or `signal` says that nobody waits any more. */
  async import(url: string, signal: AbortSignal): Promise<ImportAnswer> {
    const { posting, missing } = await this.desk.ask('import', { url }, signal);
    signal.throwIfAborted();
    const jobUrl = url.trim();
    const application = await this.applications.create({
      ...posting,
      // A company must be called something; `missing` says that this is not its name.
      company_name: posting.company_name ?? new URL(jobUrl).hostname.replace(/^www\./, ''),
      job_title: posting.job_title ?? jobUrl.slice(0, 200),
      job_url: jobUrl,
    });
    return { ...application, missing };
  }
}
