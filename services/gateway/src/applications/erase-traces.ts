import { Inject, Injectable } from '@nestjs/common';
import { ContentFolder, Database, EventPublisher, JobQueue, LOGGER, RedisLog, type Logger, type QueuedRun } from '@coverwright/server';

/**
 * What an application leaves behind outside its rows: jobs that have ended, events, files, and what the logs of both databases still hold.
 * Done again until nothing is left: Redis may be away, and a worker may hold a job a little longer.
 */
@Injectable()
export class EraseTraces {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(EventPublisher) private readonly events: EventPublisher,
    @Inject(RedisLog) private readonly redisLog: RedisLog,
    @Inject(ContentFolder) private readonly content: ContentFolder,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The rows must be gone. True when nothing is left. Files are the only part whose failure is the caller's. */
  async erase(applicationId: string, runs: QueuedRun[]): Promise<boolean> {
    const parts = await Promise.all([
      this.attempt(applicationId, 'events', () => this.events.forget(applicationId).then(() => true)),
      this.attempt(applicationId, 'jobs', () => this.queue.forget(runs)),
      this.attempt(applicationId, 'log', () => this.database.forgetDeleted()),
    ]);
    await this.content.removeApplication(applicationId);
    const allGone = parts.every((gone) => gone);
    if (allGone) this.redisLog.forgetDeleted();
    return allGone;
  }

  private async attempt(applicationId: string, part: string, work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await work();
    } catch (error) {
      this.logger.warn({ err: error, application_id: applicationId, part }, 'not all of a deleted application could be erased yet');
      return false;
    }
  }
}
