import type { NextFunction, Request, Response } from 'express';
import { toProblem } from './problem.ts';
import { sendProblem } from './send-problem.ts';

/** Errors that come up outside of Nest; Express itself would answer with a page and, while developing, a stack trace. */
export function answerErrors(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) next(error);
  else sendProblem(response, toProblem(error));
}
