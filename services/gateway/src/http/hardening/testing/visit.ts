import { EventEmitter } from 'node:events';
import type { NextFunction, Request, Response } from 'express';

export interface Visit {
  passed: boolean;
  status: number;
  headers: Record<string, unknown>;
  response: Response;
}

/** Sends one made-up request through one line of defence; no socket is opened, so it may come from any address. */
export function visit(
  handler: (request: Request, response: Response, next: NextFunction) => void,
  { path, method = 'GET', address }: { path: string; method?: string; address: string },
): Visit {
  const response = new EventEmitter() as EventEmitter & Record<string, unknown>;
  const seen: Visit = { passed: false, status: 200, headers: {}, response: response as unknown as Response };
  response['setHeader'] = (name: string, value: unknown) => ((seen.headers[name] = value), response);
  response['status'] = (status: number) => ((seen.status = status), response);
  response['type'] = () => response;
  response['send'] = () => response;
  handler({ method, path, socket: { remoteAddress: address } } as Request, seen.response, () => (seen.passed = true));
  return seen;
}
