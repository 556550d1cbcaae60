import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { sendProblem } from './send-problem.ts';
import { toProblem } from './problem.ts';

/** Reads JSON bodies, and answers bad ones itself: Nest would take the parser's error for a bad request of an unknown kind. */
export function readJsonBodies(app: NestExpressApplication): void {
  app.use(express.json({ limit: '1mb', inflate: false, strict: false }));
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => sendProblem(response, toProblem(error)));
}
