import { NestFactory } from '@nestjs/core';
import { NestLogger, runService, ServerModule, WorkerModule } from '@coverwright/server';
import { WriteRecipe } from './write.recipe.ts';

await runService('writer', async (settings, logger) =>
  NestFactory.createApplicationContext(
    { module: class WriterModule {}, imports: [ServerModule.with(settings, logger), WorkerModule.of('write', WriteRecipe)] },
    { logger: new NestLogger(logger) },
  ),
);
