import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from '@coverwright/server';
import { toProblem } from './problem.ts';
import { sendProblem } from './send-problem.ts';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { method, path } = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    // Nobody is there to be told.
    if (response.destroyed) return this.logger.debug({ err: error, method, path }, 'the client went away');
    const problem = toProblem(error);
    if (problem.status >= 500) this.logger.error({ err: error, method, path }, problem.detail);
    if (response.headersSent) {
      response.end();
      return;
    }
    sendProblem(response, problem);
  }
}
