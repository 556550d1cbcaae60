import type { NextFunction, Request, Response } from 'express';
import { apiPaths } from '@coverwright/contracts';
import type { Settings } from '@coverwright/server';
import { sendProblem } from '../send-problem.ts';
import { Attempts, type Allowance } from './attempts.ts';
import { clientKey } from './client-key.ts';
import { tooMany } from './too-many.ts';

const minute = 60_000;

/** What costs much: each reads a page or a file of unknown size, or fetches gigabytes. Far beyond what one person does by hand. */
const costly: { paths: RegExp; allowance: Allowance; what: string }[] = [
  { paths: /^\/api\/(applications\/import|resume\/import|import)$/, allowance: { most: 120, perMs: minute }, what: 'imports' },
  { paths: /^\/api\/system\/models\/pull$/, allowance: { most: 20, perMs: minute }, what: 'downloads of models' },
];

/** Against a program run wild, not against a busy one. Only where others than this machine's own programs may come. */
const everything: Allowance = { most: 6000, perMs: 10_000 };

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/** Limits by kind, for each client. Login attempts have their own, where the token is compared. */
export function limitRequests({ host, authToken }: Settings['server']) {
  const limits = costly.map((limit) => ({ ...limit, attempts: new Attempts(limit.allowance) }));
  const all = authToken === null && loopback.has(host) ? null : new Attempts(everything);
  const open = new Set<string>([apiPaths.healthLive, apiPaths.healthReady]);
  return (request: Request, response: Response, next: NextFunction): void => {
    const { method, path } = request;
    const client = clientKey(request.socket.remoteAddress);
    const limit = method === 'POST' ? limits.find(({ paths }) => paths.test(path)) : undefined;
    const retryInMs = Math.max(limit?.attempts.take(client) ?? 0, open.has(path) ? 0 : (all?.take(client) ?? 0));
    if (retryInMs === 0) return next();
    const { problem, seconds } = tooMany(`Too many ${limit?.what ?? 'requests'} came from this address.`, retryInMs);
    response.setHeader('Retry-After', seconds);
    sendProblem(response, problem);
  };
}
