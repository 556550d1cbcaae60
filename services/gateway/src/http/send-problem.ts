import type { Response } from 'express';
import type { Problem } from '@coverwright/contracts';

export function sendProblem(response: Response, problem: Problem): void {
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
