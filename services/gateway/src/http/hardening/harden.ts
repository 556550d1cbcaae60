import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '@coverwright/server';
import { Credentials } from '../../login/check-credentials.ts';
import { requireLogin } from '../../login/require-login.ts';
import { serveLogin } from '../../login/serve-login.ts';
import { answerUnreadable } from './answer-unreadable.ts';
import { refuseMalformed, refuseStrangers } from './guard-requests.ts';
import { readJsonBody } from './json-body.ts';
import { limitConnections } from './limit-connections.ts';
import { limitRequests } from './limit-requests.ts';
import { limitStreams } from './limit-streams.ts';
import { refuseUnusedMethods } from './refuse-methods.ts';
import { setResponseHeaders } from './response-headers.ts';

/**
 * The lines of defence that every request passes in this order, whatever answers it in the end: Nest, Bull Board, a static file. What each
 * is for: docs/security.md.
 */
export function harden(app: NestExpressApplication, { server }: Settings): void {
  // One spelling of a path, so that what is checked by path is the path that answers. The setting of that name comes too late: Nest has made the router.
  Object.assign(app.getHttpAdapter().getInstance().router, { caseSensitive: true });
  limitConnections(app.getHttpServer());
  answerUnreadable(app.getHttpServer());
  app.use(setResponseHeaders);
  app.use(refuseUnusedMethods);
  app.use(refuseStrangers(server));
  app.use(refuseMalformed);
  app.use(limitRequests(server));
  if (server.authToken !== null) {
    const credentials = new Credentials(server.authToken);
    app.use(serveLogin(credentials));
    app.use(requireLogin(credentials));
  }
  app.use(limitStreams());
  app.use(readJsonBody);
}
