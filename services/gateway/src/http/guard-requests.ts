import { createHash, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { apiPaths } from '@coverwright/contracts';
import type { Settings } from '@coverwright/server';
import { problem } from './problem.ts';
import { sendProblem } from './send-problem.ts';

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];
const readOnly = new Set(['GET', 'HEAD', 'OPTIONS']);
const withBody = new Set(['POST', 'PUT', 'PATCH']);
/** What else than JSON a route takes. A browser may post this form from any page: only the check of the origin stands in the way. */
const formPaths = new Set<string>([apiPaths.resumeImport, apiPaths.import]);
/** Open without a token: an orchestrator asks them. */
const openPaths = new Set(['/api/health/live', '/api/health/ready']);

/**
 * What every request passes, whatever answers it (Nest, Bull Board, static files): a Host this gateway answers to, no change asked for by
 * another site, the token when there is one, and JSON when there is a body.
 */
export function guardRequests(settings: Settings['server']) {
  const hosts = new Set([...loopbackNames, ...settings.allowedHosts].map((host) => host.toLowerCase()));
  return (request: Request, response: Response, next: NextFunction): void => {
    const refuse = (code: Parameters<typeof problem>[0], detail: string, hint: string) => {
      sendProblem(response, problem(code, detail, { hint }));
    };
    const host = (request.headers.host ?? '').toLowerCase();
    if (!hosts.has(host) && !hosts.has(host.replace(/:\d+$/, ''))) {
      return refuse('UNKNOWN_HOST', 'This gateway does not answer to that host name.', 'Add the name to ALLOWED_HOSTS if it is yours.');
    }
    if (!readOnly.has(request.method) && isCrossSite(request, host)) {
      return refuse(
        'FORBIDDEN_ORIGIN',
        'Changes may only be asked for by the page itself.',
        'Open Coverwright in its own tab and try there.',
      );
    }
    if (settings.authToken !== null && !openPaths.has(request.path) && !hasToken(request, settings.authToken)) {
      return refuse('UNAUTHORIZED', 'This instance asks for a token.', 'Send it as "Authorization: Bearer …".');
    }
    const type = formPaths.has(request.path) && request.method === 'POST' ? 'multipart/form-data' : 'application/json';
    if (request.path.startsWith('/api/') && withBody.has(request.method) && hasBody(request) && request.is(type) === false) {
      return refuse('UNSUPPORTED_MEDIA_TYPE', `The body must be ${type}.`, `Send the header "Content-Type: ${type}".`);
    }
    next();
  };
}

function isCrossSite(request: Request, host: string): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return !URL.canParse(origin) || new URL(origin).host.toLowerCase() !== host;
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

function hasToken(request: Request, token: string): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

const hasBody = (request: Request) =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
