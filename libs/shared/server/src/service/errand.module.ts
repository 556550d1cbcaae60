import {
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
  type Provider,
} from '@nestjs/common';
import type { ErrandKind } from '@coverwright/contracts';
import type { Settings } from '../config/settings.ts';
import type { Logger } from '../logging/logger.ts';
import { CancelChannel } from '../queues/cancel-channel.ts';
import { ErrandWorker, type ErrandHandler } from '../worker/errand-worker.ts';
import { LOGGER, SETTINGS } from './server.module.ts';

/** The recipe of an errand, as Nest knows it. */
export abstract class ErrandRecipe<K extends ErrandKind> {
  abstract run: ErrandHandler<K>;
}

/** Runs one recipe over the errands of one queue, as many at once as runs of the service. */
@Module({})
export class ErrandModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(ErrandWorker) private readonly worker: ErrandWorker<ErrandKind>) {}

  static of<K extends ErrandKind>(kind: K, recipe: new (...parts: never[]) => ErrandRecipe<K>, providers: Provider[] = []): DynamicModule {
    return {
      module: ErrandModule,
      providers: [
        ...providers,
        recipe,
        {
          provide: ErrandWorker,
          inject: [recipe, SETTINGS, LOGGER, CancelChannel],
          useFactory: (handler: ErrandRecipe<K>, settings: Settings, logger: Logger, cancels: CancelChannel) =>
            new ErrandWorker(kind, (payload, signal) => handler.run(payload, signal), {
              redisUrl: settings.redisUrl,
              concurrency: settings.workers.researchConcurrentJobs,
              cancels,
              logger,
            }),
        },
      ],
    };
  }

  onApplicationBootstrap(): Promise<void> {
    return this.worker.ready();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.worker.drain();
  }
}
