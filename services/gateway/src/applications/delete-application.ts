import { Inject, Injectable } from '@nestjs/common';
import { ApplicationRepository, ContentFolder, EventPublisher, JobRepository, LOGGER, type Logger } from '@coverwright/server';
import { Orchestrations } from '../orchestrations/orchestrations.ts';

/** Deletes an application with all it owns: rows by cascade, then queued jobs, events and files. A run at work is fenced out. */
@Injectable()
export class DeleteApplication {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(JobRepository) private readonly jobs: JobRepository,
    @Inject(Orchestrations) private readonly orchestrations: Orchestrations,
    @Inject(EventPublisher) private readonly events: EventPublisher,
    @Inject(ContentFolder) private readonly content: ContentFolder,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async delete(id: string): Promise<void> {
    const open = await this.jobs.findOpen(id);
    await this.applications.get(id);
    await this.content.deletions.mark(id);
    await this.applications.delete(id);
    if (open !== null) await this.orchestrations.stopWork(open);
    await this.events
      .forget(id)
      .catch((error: unknown) => this.logger.warn({ err: error, application_id: id }, 'its events expire within the hour'));
    await this.content.removeApplication(id);
  }
}
