import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Express, NextFunction, Request, Response } from 'express';
import { apiPaths } from '@coverwright/contracts';
import { JobQueue } from '@coverwright/server';

/** Every queue of the catalog, to look at. Registered with `app.use`, behind the guard: Nest's own guards would not cover it. */
export function serveBullBoard(app: NestExpressApplication): void {
  const server = new ExpressAdapter().setBasePath(apiPaths.queues);
  const queues = Object.values(app.get(JobQueue).queues).map((queue) => new BullMQAdapter(queue));
  createBullBoard({ queues, serverAdapter: server, options: { uiConfig: { boardTitle: 'Coverwright queues' } } });
  const board = server.getRouter() as Express;
  board.disable('x-powered-by');
  app.use(apiPaths.queues, leaveFontsOut, board);
}

/** Its page asks Google for fonts. The policy forbids it anyhow; this way the browser does not complain. */
function leaveFontsOut(_request: Request, response: Response, next: NextFunction): void {
  const send = response.send.bind(response);
  response.send = (body: unknown) => send(typeof body === 'string' ? body.replace(/<link[^>]+href="https:[^>]*>/g, '') : body);
  next();
}
