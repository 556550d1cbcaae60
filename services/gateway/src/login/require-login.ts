import type { NextFunction, Request, Response } from 'express';
import { apiPaths } from '@coverwright/contracts';
import { tooMany } from '../http/hardening/too-many.ts';
import { problem } from '../http/problem.ts';
import { sendProblem } from '../http/send-problem.ts';
import type { Credentials } from './check-credentials.ts';
import { onwardPage } from './login-page.ts';
import { sendHtml } from './serve-login.ts';
import { setSessionCookie } from './session-cookie.ts';

/** Open without a token: an orchestrator asks them, and they say nothing about anybody. */
const openPaths = new Set<string>([apiPaths.healthLive, apiPaths.healthReady]);

/** Lets in who is known. A person in a browser is asked for the token and then gets where they wanted to go; anything else is told. */
export function requireLogin(credentials: Credentials) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (openPaths.has(request.path)) return next();
    const standing = credentials.check(request);
    if (standing === 'known') return next();
    if (standing === 'renewed') {
      setSessionCookie(request, response, credentials.sessions.issue());
      return next();
    }
    response.setHeader('Cache-Control', 'no-store');
    if (typeof standing === 'object') {
      const { problem: refusal, seconds } = tooMany('Too many wrong tokens were sent from this address.', standing.retryInMs);
      response.setHeader('Retry-After', seconds);
      return sendProblem(response, refusal);
    }
    if (isPersonNavigating(request)) {
      if (isFromElsewhere(request)) return sendHtml(response, 200, onwardPage(request.originalUrl));
      return response.redirect(303, `${apiPaths.login}?next=${encodeURIComponent(request.originalUrl)}`);
    }
    response.setHeader('WWW-Authenticate', 'Bearer realm="Coverwright"');
    sendProblem(
      response,
      problem('UNAUTHORIZED', 'This instance asks for a token.', {
        hint: 'Send it as "Authorization: Bearer …", or sign in at /login in the browser.',
      }),
    );
  };
}

const isPersonNavigating = ({ method, headers }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  (headers['sec-fetch-mode'] ?? 'navigate') === 'navigate' &&
  /\btext\/html\b/.test(headers.accept ?? '');

const isFromElsewhere = ({ headers }: Request): boolean => ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']));
