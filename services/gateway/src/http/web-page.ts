import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { answerErrors } from './answer-errors.ts';
import { problem } from './problem.ts';
import { sendProblem } from './send-problem.ts';
import { compressedCopy, serveCompressed } from './serve-compressed.ts';

const nothingHere = problem('NOT_FOUND', 'There is nothing at this address.', { hint: 'The page is at /, the API at /api/docs.' });
const webFolder = fileURLToPath(new URL('../../../../web/dist/', import.meta.url));
const answeredByNest = /^\/(api|metrics)(\/|$)/;
const neverThePage = /^\/queues(\/|$)|\.\w+$/;

/** Serves the built page; every address that is not the API's is one of the page's own, so deep links open directly. */
export function serveWebPage(app: NestExpressApplication): void {
  const indexFile = join(webFolder, 'index.html');
  app.use(serveCompressed(webFolder));
  // Only what carries a hash in its name may be kept for ever.
  app.use('/assets', express.static(join(webFolder, 'assets'), { index: false, maxAge: '1y', immutable: true }));
  app.use(express.static(webFolder, { index: false }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (answeredByNest.test(request.path)) return next();
    if (!['GET', 'HEAD'].includes(request.method) || neverThePage.test(request.path)) return sendProblem(response, nothingHere);
    if (!existsSync(indexFile)) {
      response.status(503).type('text').send('The page is not built yet. Run `npm run build`, then reload. The API is at /api/docs.\n');
      return;
    }
    response.sendFile(compressedCopy(request, response, indexFile), { headers: { 'Cache-Control': 'no-cache' } });
  });
  app.use(answerErrors);
}
