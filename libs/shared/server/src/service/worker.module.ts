import {
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
  type Provider,
} from '@nestjs/common';
import type { StepKind } from '@coverwright/contracts';
import type { Settings } from '../config/settings.ts';
import { DocumentRepository } from '../database/repositories/document.repository.ts';
import { JobRepository } from '../database/repositories/job.repository.ts';
import { EventPublisher } from '../events/event-stream.ts';
import type { Logger } from '../logging/logger.ts';
import { CancelChannel } from '../queues/cancel-channel.ts';
import { AnswerMemo } from '../worker/answer-memo.ts';
import { JobWorker, type JobHandler } from '../worker/job-worker.ts';
import { Meter } from '../telemetry/meter.ts';
import { LOGGER, SETTINGS } from './server.module.ts';

/** The recipe of a worker service, as Nest knows it. */
export abstract class JobRecipe {
  abstract run: JobHandler;
}

const concurrencyOf = (settings: Settings, kind: StepKind) =>
  kind === 'research' ? settings.workers.researchConcurrentJobs : settings.workers.writeConcurrentJobs;

/** Runs one recipe over the jobs of one queue; drains before anything it needs is closed. */
@Module({})
export class WorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(JobWorker) private readonly worker: JobWorker,
    @Inject(AnswerMemo) private readonly memo: AnswerMemo,
  ) {}

  static of(kind: StepKind, recipe: new (...parts: never[]) => JobRecipe, providers: Provider[] = []): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        ...providers,
        recipe,
        { provide: AnswerMemo, inject: [SETTINGS], useFactory: ({ redisUrl }: Settings) => AnswerMemo.connect(redisUrl) },
        {
          provide: JobWorker,
          inject: [recipe, SETTINGS, LOGGER, JobRepository, DocumentRepository, EventPublisher, CancelChannel, Meter],
          useFactory: (
            handler: JobRecipe,
            settings: Settings,
            logger: Logger,
            jobs: JobRepository,
            documents: DocumentRepository,
            events: EventPublisher,
            cancels: CancelChannel,
            meter: Meter,
          ) =>
            new JobWorker(kind, (run) => handler.run(run), {
              redisUrl: settings.redisUrl,
              concurrency: concurrencyOf(settings, kind),
              jobs,
              documents,
              events,
              cancels,
              meter,
              logger,
            }),
        },
      ],
    };
  }

  onApplicationBootstrap(): Promise<void> {
    return this.worker.ready();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.drain();
    this.memo.close();
  }
}
