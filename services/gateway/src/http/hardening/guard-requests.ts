import type { NextFunction, Request, Response } from 'express';
import type { Settings } from '@coverwright/server';
import { problem } from '../problem.ts';
import { sendProblem } from '../send-problem.ts';
import { refuseBodyKind } from './body-kinds.ts';
import { isFromAnotherSite } from './from-another-site.ts';
import { originForm, ownHosts, readHost } from './own-hosts.ts';
import { refuseAddress } from './plain-address.ts';

type Handler = (request: Request, response: Response, next: NextFunction) => void;

/** A Host this gateway answers to (421), and no request that a page of another site made the browser send (403). */
export function refuseStrangers({ allowedHosts }: Settings['server']): Handler {
  const isOwn = ownHosts(allowedHosts);
  return (request, response, next) => {
    const host = readHost(request);
    if (host === null || !isOwn(host)) {
      return sendProblem(
        response,
        problem('UNKNOWN_HOST', 'This gateway does not answer to that host name.', {
          hint: 'Add the name to ALLOWED_HOSTS if it is yours.',
        }),
      );
    }
    if (isFromAnotherSite(request.method, request.headers, host)) {
      return sendProblem(
        response,
        problem('FORBIDDEN_ORIGIN', 'Only the page itself may ask for this.', { hint: 'Open Coverwright in its own tab and try there.' }),
      );
    }
    request.url = originForm(request.url);
    next();
  };
}

/** An address that can be read in one way (400), and a body of the kind its path takes (415). */
export const refuseMalformed: Handler = (request, response, next) => {
  const address = refuseAddress(request.url);
  if (address !== null) return sendProblem(response, problem('VALIDATION_FAILED', address, { hint: 'Encode it as UTF-8, then percent.' }));
  const body = refuseBodyKind(request.path, request.headers);
  if (body !== null) return sendProblem(response, problem('UNSUPPORTED_MEDIA_TYPE', body.detail, { hint: body.hint }));
  next();
};
