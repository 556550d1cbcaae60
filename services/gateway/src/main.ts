import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NestLogger, runService } from '@coverwright/server';
import { AppModule } from './app.module.ts';
import { configureApp } from './configure-app.ts';

await runService('gateway', async (settings, logger) => {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings, logger), {
    bodyParser: false,
    logger: new NestLogger(logger),
    forceCloseConnections: true,
  });
  await configureApp(app).listen(settings.server.port, settings.server.host);
  return app;
});
