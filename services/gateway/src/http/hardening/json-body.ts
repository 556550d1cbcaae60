import express, { type NextFunction, type Request, type Response } from 'express';
import { bodyKindOf, hasBody } from './body-kinds.ts';
import { readJson } from './read-json.ts';

const bytes = express.raw({ type: () => true, limit: '1mb', inflate: false });

/** Reads a JSON body of at most 1 MB. Files are read where they are asked for. */
export function readJsonBody(request: Request, response: Response, next: NextFunction): void {
  if (bodyKindOf(request.path) !== 'application/json' || !hasBody(request.headers)) return next();
  bytes(request, response, (error?: unknown) => {
    if (error !== undefined) return next(error);
    try {
      request.body = readJson(request.body as Uint8Array);
    } catch (fault) {
      return next(fault);
    }
    next();
  });
}
