import { describe, expect, it } from '@jest/globals';
import { toProblemError } from './problem-error.ts';

const problem = {
  type: 'about:blank',
  title: 'The request is not valid',
  status: 400,
  detail: 'One field is wrong.',
  code: 'VALIDATION_FAILED',
};

describe('toProblemError', () => {
  it('keeps detail, hint and field errors of a problem document', () => {
    const error = toProblemError(400, {
      ...problem,
      hint: 'Correct the field.',
      errors: [{ path: 'job_url', message: 'must be a full address' }],
    });
    expect(error.message).toBe('One field is wrong.');
    expect(error.hint).toBe('Correct the field.');
    expect(error.fields).toEqual([{ path: 'job_url', message: 'must be a full address' }]);
  });

  it('has an empty hint when the problem has none, or one that is not text', () => {
    expect(toProblemError(400, problem).hint).toBe('');
    expect(toProblemError(400, { ...problem, hint: 7 }).hint).toBe('');
  });

  it('says what happened when the answer is no problem document', () => {
    const error = toProblemError(502, undefined);
    expect(error.code).toBe('BAD_ANSWER');
    expect(error.message).toContain('502');
  });
});
