import express, { Router, type Request, type Response } from 'express';
import { apiPaths } from '@coverwright/contracts';
import { sendProblem } from '../http/send-problem.ts';
import { tooMany } from '../http/hardening/too-many.ts';
import type { Credentials } from './check-credentials.ts';
import { localPath } from './local-path.ts';
import { loginPage, loginPolicy } from './login-page.ts';
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts';

/** The page that asks for the token, what it sends, and the way out. Mounted before the guard: these paths are all that is open. */
export function serveLogin(credentials: Credentials): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const form = express.urlencoded({ extended: false, limit: '8kb', inflate: false, parameterLimit: 5 });
  router.get(apiPaths.login, (request, response) => sendLoginPage(response, 200, localPath(request.query.next), null));
  router.post(apiPaths.login, form, (request, response) => signIn(credentials, request, response));
  router.post(apiPaths.logout, (request, response) => {
    clearSessionCookie(request, response);
    response.redirect(303, apiPaths.login);
  });
  return router;
}

function signIn(credentials: Credentials, request: Request, response: Response): void {
  const { token, next } = (request.body ?? {}) as { token?: unknown; next?: unknown };
  const path = localPath(next);
  if (typeof token !== 'string' || token.trim() === '') return sendLoginPage(response, 400, path, 'Enter the access token.');
  const right = credentials.tryToken(token.trim(), request.socket.remoteAddress);
  if (typeof right === 'object') {
    const { problem, seconds } = tooMany('Too many wrong tokens were sent from this address.', right.retryInMs);
    response.setHeader('Retry-After', seconds);
    if (!request.accepts('html')) return sendProblem(response, problem);
    return sendLoginPage(response, 429, path, `Too many wrong tokens. Try again in ${Math.ceil(seconds / 60)} minutes.`);
  }
  if (!right) return sendLoginPage(response, 401, path, 'That is not the token of this instance. Check AUTH_TOKEN and try again.');
  setSessionCookie(request, response, credentials.sessions.issue());
  response.redirect(303, path);
}

export function sendLoginPage(response: Response, status: number, next: string, complaint: string | null): void {
  sendHtml(response, status, loginPage(next, complaint));
}

export function sendHtml(response: Response, status: number, html: string): void {
  response.setHeader('Content-Security-Policy', loginPolicy);
  response.setHeader('Cache-Control', 'no-store');
  response.status(status).type('html').send(html);
}
