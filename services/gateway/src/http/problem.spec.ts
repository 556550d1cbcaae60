import { BadRequestException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { AppError } from '@coverwright/server';
import { toProblem } from './problem.ts';

describe('toProblem', () => {
  it('keeps the code, the hint and what else the error carries', () => {
    const problem = toProblem(new AppError('JOB_ACTIVE', 'busy', { hint: 'wait', extra: { job_id: 'j1' } }));
    expect(problem).toMatchObject({ status: 409, code: 'JOB_ACTIVE', detail: 'busy', hint: 'wait', job_id: 'j1' });
  });

  it.each([
    [new NotFoundException('Cannot GET /x'), 404, 'NOT_FOUND'],
    [new BadRequestException('bad'), 400, 'VALIDATION_FAILED'],
    [{ type: 'entity.parse.failed', message: 'Unexpected token' }, 400, 'BAD_JSON'],
    [{ type: 'entity.too.large', message: 'request entity too large' }, 413, 'BODY_TOO_LARGE'],
    [Object.assign(new Error('x'), { code: 'ENOSPC' }), 507, 'STORAGE_FAILED'],
    [Object.assign(new Error('x'), { driverError: { code: 'SQLITE_BUSY' } }), 503, 'DATABASE_BUSY'],
  ])('finds status and code of what others throw (%#)', (error, status, code) => {
    expect(toProblem(error)).toMatchObject({ status, code });
  });

  it('says nothing of the inside of an unexpected error', () => {
    expect(JSON.stringify(toProblem(new Error('secret at /srv/app/x.ts:3')))).not.toMatch(/secret|x\.ts/);
  });
});
