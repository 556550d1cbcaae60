import type { NestExpressApplication } from '@nestjs/platform-express';
import { apiPaths } from '@coverwright/contracts';
import { LOGGER, SETTINGS, type Logger, type Settings } from '@coverwright/server';
import { serveBullBoard } from './http/bull-board.ts';
import { harden } from './http/hardening/harden.ts';
import { refuseOtherMethods } from './http/hardening/refuse-methods.ts';
import { describeApi, serveOpenApi } from './http/openapi.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { traceRequests } from './http/trace-requests.ts';
import { validationPipe } from './http/validation.ts';
import { serveWebPage } from './http/web-page.ts';

/** Everything between the socket and the controllers, the same for main and for every test. */
export function configureApp(app: NestExpressApplication): NestExpressApplication {
  const settings = app.get<Settings>(SETTINGS);
  harden(app, settings);
  app.use(traceRequests);
  serveBullBoard(app);
  serveWebPage(app);
  app.setGlobalPrefix('api', { exclude: [apiPaths.metrics] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(app.get<Logger>(LOGGER)));
  const description = describeApi(app);
  serveOpenApi(app, description);
  app.use(refuseOtherMethods(description));
  return app;
}
