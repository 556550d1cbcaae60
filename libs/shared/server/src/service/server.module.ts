import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import type { Settings } from '../config/settings.ts';
import { ContentFolder } from '../content/content-folder.ts';
import { Database } from '../database/database.ts';
import { ApplicationRepository } from '../database/repositories/application.repository.ts';
import { DocumentRepository } from '../database/repositories/document.repository.ts';
import { EverythingRepository } from '../database/repositories/everything.repository.ts';
import { JobRepository } from '../database/repositories/job.repository.ts';
import { MessageRepository } from '../database/repositories/message.repository.ts';
import { ResearchNoteRepository } from '../database/repositories/research-note.repository.ts';
import { EventPublisher } from '../events/event-stream.ts';
import { ModelClients } from '../llm/model-clients.ts';
import type { Logger } from '../logging/logger.ts';
import { CancelChannel } from '../queues/cancel-channel.ts';
import { Meter } from '../telemetry/meter.ts';
import { ErrandDesk } from '../queues/errand-desk.ts';
import { JobQueue } from '../queues/job-queue.ts';
import { RedisLog } from '../queues/redis-log.ts';

export const SETTINGS = Symbol('settings');
export const LOGGER = Symbol('logger');

const repositories: Provider[] = [
  ApplicationRepository,
  EverythingRepository,
  JobRepository,
  MessageRepository,
  ResearchNoteRepository,
].map((repository) => ({
  provide: repository,
  inject: [Database],
  useFactory: (database: Database) => new repository(database),
}));

/** What every service shares: settings, log, database, files, queue and events. Opened at start, closed last at the end. */
@Global()
@Module({})
export class ServerModule implements OnApplicationShutdown {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(CancelChannel) private readonly cancels: CancelChannel,
    @Inject(EventPublisher) private readonly events: EventPublisher,
    @Inject(Meter) private readonly meter: Meter,
    @Inject(ModelClients) private readonly models: ModelClients,
    @Inject(RedisLog) private readonly redisLog: RedisLog,
  ) {}

  static with(settings: Settings, logger: Logger): DynamicModule {
    const providers: Provider[] = [
      { provide: SETTINGS, useValue: settings },
      { provide: LOGGER, useValue: logger },
      { provide: Database, useFactory: () => Database.open(settings.database) },
      { provide: ContentFolder, useValue: new ContentFolder(settings.contentDir) },
      ...repositories,
      {
        provide: DocumentRepository,
        inject: [Database, ContentFolder],
        useFactory: (database: Database, content: ContentFolder) => new DocumentRepository(database, content),
      },
      { provide: JobQueue, useFactory: () => JobQueue.connect(settings.redisUrl) },
      {
        provide: ErrandDesk,
        inject: [JobQueue, CancelChannel],
        useFactory: (queue: JobQueue, cancels: CancelChannel) => new ErrandDesk(queue, cancels, settings.redisUrl),
      },
      { provide: Meter, useFactory: () => Meter.connect(settings.redisUrl) },
      { provide: ModelClients, inject: [Meter], useFactory: (meter: Meter) => ModelClients.connect(settings, meter) },
      {
        provide: RedisLog,
        useFactory: () =>
          new RedisLog(settings.redisUrl, (error) => logger.debug({ err: error }, 'Redis could not be asked to write its file anew')),
      },
      { provide: CancelChannel, useFactory: () => new CancelChannel(settings.redisUrl) },
      {
        provide: EventPublisher,
        useFactory: () => EventPublisher.connect(settings.redisUrl, (error) => logger.debug({ err: error }, 'an event could not be sent')),
      },
    ];
    return { module: ServerModule, providers, exports: providers };
  }

  async onApplicationShutdown(): Promise<void> {
    this.redisLog.close();
    this.cancels.close();
    await this.meter.close();
    await this.models.close();
    await this.events.close();
    await this.queue.close();
    await this.database.close();
  }
}
