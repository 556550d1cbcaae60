import type { NextFunction, Request, Response } from 'express';
import { sendProblem } from '../send-problem.ts';
import { clientKey } from './client-key.ts';
import { tooMany } from './too-many.ts';

const streams = /^\/api\/(applications|orchestrations)\/[^/]+\/events$/;
const retryInMs = 5000;

/** Every open stream asks the database now and then. A page holds one for each application it shows, and asks without one when it gets none. Behind a proxy everybody is one client. */
export const mostStreams = { ofOneClient: 200, together: 250 };

/** Open event streams, for one client and for all. */
export function limitStreams() {
  const open = new Map<string, number>();
  let together = 0;
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method !== 'GET' || !streams.test(request.path)) return next();
    const client = clientKey(request.socket.remoteAddress);
    const mine = open.get(client) ?? 0;
    if (mine >= mostStreams.ofOneClient || together >= mostStreams.together) {
      const { problem, seconds } = tooMany('Too many event streams are open.', retryInMs);
      response.setHeader('Retry-After', seconds);
      return sendProblem(response, { ...problem, hint: 'Close some, or ask for the state without a stream.' });
    }
    together += 1;
    open.set(client, mine + 1);
    response.once('close', () => {
      together -= 1;
      const left = (open.get(client) ?? 1) - 1;
      if (left === 0) open.delete(client);
      else open.set(client, left);
    });
    next();
  };
}
