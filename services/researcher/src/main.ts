import { NestFactory } from '@nestjs/core';
import { ErrandModule, NestLogger, runService, ServerModule, WorkerModule } from '@coverwright/server';
import { clearProxies } from './fetch/clear-proxies.ts';
import { PageToolsModule } from './page-tools.ts';
import { ImportRecipe } from './posting/import.recipe.ts';
import { ResearchRecipe } from './research.recipe.ts';

clearProxies(process.env);

await runService('researcher', async (settings, logger) =>
  NestFactory.createApplicationContext(
    {
      module: class ResearcherModule {},
      imports: [
        ServerModule.with(settings, logger),
        PageToolsModule,
        WorkerModule.of('research', ResearchRecipe),
        ErrandModule.of('import', ImportRecipe),
      ],
    },
    { logger: new NestLogger(logger) },
  ),
);
