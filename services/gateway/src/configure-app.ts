import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { apiPaths } from '@coverwright/contracts';
import { LOGGER, SETTINGS, type Logger, type Settings } from '@coverwright/server';
import { serveBullBoard } from './http/bull-board.ts';
import { guardRequests } from './http/guard-requests.ts';
import { readJsonBodies } from './http/json-body.ts';
import { serveOpenApi } from './http/openapi.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { traceRequests } from './http/trace-requests.ts';
import { validationPipe } from './http/validation.ts';
import { serveWebPage } from './http/web-page.ts';

/** Everything between the socket and the controllers, the same for main and for every test. */
export function configureApp(app: NestExpressApplication): NestExpressApplication {
  const settings = app.get<Settings>(SETTINGS);
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          styleSrc: ["'self'", "'unsafe-inline'"],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          baseUri: ["'self'"],
          formAction: ["'self'"],
        },
      },
      // The page is served over plain HTTP on loopback; whoever puts TLS in front sets this there.
      strictTransportSecurity: false,
    }),
  );
  app.use(guardRequests(settings.server));
  readJsonBodies(app);
  app.use(traceRequests);
  serveBullBoard(app);
  serveWebPage(app);
  app.setGlobalPrefix('api', { exclude: [apiPaths.metrics] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(app.get<Logger>(LOGGER)));
  serveOpenApi(app);
  return app;
}
