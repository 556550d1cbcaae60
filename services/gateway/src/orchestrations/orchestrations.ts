import { Inject, Injectable } from '@nestjs/common';
import type { ListOf, ListQuery, Orchestration, OrchestrateRequest } from '@coverwright/contracts';
import {
  ApplicationRepository,
  CancelChannel,
  describeJob,
  EventPublisher,
  faultPoint,
  JobQueue,
  JobRepository,
  LOGGER,
  type BackgroundJob,
  type Logger,
} from '@coverwright/server';

/** Starts, stops and describes runs. The row is written first; the queue follows, now or when reconciliation finds it missing there. */
@Injectable()
export class Orchestrations {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(JobRepository) private readonly jobs: JobRepository,
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(CancelChannel) private readonly cancels: CancelChannel,
    @Inject(EventPublisher) private readonly events: EventPublisher,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async start(
    applicationId: string,
    request: OrchestrateRequest,
    options: { idempotencyKey: string | null; origin: 'api' | 'chat' },
  ): Promise<BackgroundJob> {
    const { job, created } = await this.jobs.accept(applicationId, request, options);
    if (created) {
      this.logger.info({ job_id: job.id, application_id: applicationId }, `${job.action} accepted`);
      faultPoint('run-accepted');
      this.tell(job);
      await this.enqueue(job);
      faultPoint('run-enqueued');
    }
    return job;
  }

  async describe(jobId: string): Promise<Orchestration> {
    const job = await this.jobs.get(jobId);
    return describeJob(job, await this.queue.lookOrUnreachable(job));
  }

  async history(applicationId: string, query: ListQuery): Promise<ListOf<Orchestration>> {
    await this.applications.get(applicationId);
    const page = await this.jobs.list(applicationId, query);
    return { ...page, items: await Promise.all(page.items.map(async (job) => describeJob(job, await this.queue.lookOrUnreachable(job)))) };
  }

  /** The row ends first, then the worker is told, then the queue forgets: whoever finishes late is fenced out. */
  async cancel(jobId: string): Promise<Orchestration> {
    const job = await this.jobs.cancel(jobId);
    faultPoint('cancel-stored');
    this.tell(job);
    await this.stopWork(job);
    return describeJob(job, {});
  }

  async retry(jobId: string): Promise<Orchestration> {
    const job = await this.jobs.retry(jobId);
    faultPoint('retry-stored');
    this.tell(job);
    return describeJob(job, (await this.enqueue(job)) ? {} : 'unreachable');
  }

  /** Tells the worker that holds a run and takes the rest of it out of the queue. The row must have ended, or be gone. */
  async stopWork(job: BackgroundJob): Promise<void> {
    const results = await Promise.allSettled([
      this.cancels.announce({ job_id: job.id, generation: job.generation }),
      this.queue.remove(job),
    ]);
    for (const result of results) {
      if (result.status === 'rejected')
        this.logger.warn(
          { err: result.reason as unknown, job_id: job.id },
          'the queue did not hear of the end; the worker finds out from the row',
        );
    }
  }

  /** Never fails: what cannot be added now is added by reconciliation. False when the queue is away. */
  private async enqueue(job: BackgroundJob): Promise<boolean> {
    try {
      await this.queue.enqueue(job);
      return true;
    } catch (error) {
      this.logger.warn({ err: error, job_id: job.id }, 'the queue is away; the run is kept and starts when it is back');
      return false;
    }
  }

  tell(job: BackgroundJob): void {
    this.events.publish(job.application_id, 'job', describeJob(job, {}));
  }
}
