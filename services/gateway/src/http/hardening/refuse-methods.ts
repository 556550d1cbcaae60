import type { NextFunction, Request, Response } from 'express';
import { problem } from '../problem.ts';
import { sendProblem } from '../send-problem.ts';

const used = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export interface DescribedPaths {
  paths: Record<string, object>;
}

/** Refuses methods that nothing here answers to, TRACE among them, which would show a script the cookie it cannot read. */
export function refuseUnusedMethods(request: Request, response: Response, next: NextFunction): void {
  if (used.includes(request.method)) next();
  else refuse(response, request.method, used);
}

/** Tells a method that a path does not have from a path that is not there, by the API's own description. */
export function refuseOtherMethods({ paths }: DescribedPaths) {
  const routes = Object.entries(paths).map(([path, item]) => ({
    pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
    methods: Object.keys(item).map((method) => method.toUpperCase()),
  }));
  return (request: Request, response: Response, next: NextFunction): void => {
    const found = routes.filter(({ pattern }) => pattern.test(request.path)).flatMap(({ methods }) => methods);
    if (found.length === 0) return next();
    const allowed = [...new Set([...found, ...(found.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])];
    if (request.method === 'OPTIONS') response.status(204).setHeader('Allow', allowed.join(', ')).end();
    else if (allowed.includes(request.method)) next();
    else refuse(response, request.method, allowed);
  };
}

function refuse(response: Response, method: string, allowed: string[]): void {
  response.setHeader('Allow', allowed.join(', '));
  sendProblem(response, problem('METHOD_NOT_ALLOWED', `${method} is not possible here.`, { hint: `Possible: ${allowed.join(', ')}.` }));
}
