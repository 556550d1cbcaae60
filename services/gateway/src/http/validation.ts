import { StandardSchemaValidationPipe } from '@nestjs/common';
import { AppError } from '@coverwright/server';

/** Validates every parameter that names a schema; all that is wrong is said at once, by path. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const errors = issues.map((issue) => ({
        path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
        message: issue.message,
      }));
      const first = errors[0];
      const detail = first === undefined ? 'The request is not valid.' : `${first.path === '' ? 'The body' : first.path}: ${first.message}`;
      return new AppError('VALIDATION_FAILED', detail, { extra: { errors }, hint: 'See /api/docs for what this route takes.' });
    },
  });
