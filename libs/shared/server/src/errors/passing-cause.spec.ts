import { describe, expect, it } from '@jest/globals';
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { AppError } from './app-error.ts';
import { passingCause } from './passing-cause.ts';

const coded = (code: string) => Object.assign(new Error(code), { code });

describe('the cause of a failure that is not the run’s own', () => {
  it.each([
    ['ENOSPC', 'The disk is full'],
    ['EROFS', 'cannot be written'],
    ['SQLITE_IOERR_WRITE', 'cannot be written'],
    ['SQLITE_BUSY_SNAPSHOT', 'The database is busy'],
    ['55P03', 'The database is busy'],
    ['53100', 'The disk is full'],
    ['57P03', 'The database cannot be reached'],
    ['ECONNREFUSED', 'The database cannot be reached'],
  ])('is told from the code %s', (code, message) => {
    expect(passingCause(coded(code))?.message).toContain(message);
    expect(passingCause({ driverError: coded(code) })?.message).toContain(message);
  });

  it.each([
    new Error('Connection terminated unexpectedly'),
    new QueryRunnerAlreadyReleasedError(),
    new QueryRunnerProviderAlreadyReleasedError(),
  ])('is told from what is said without a code of a broken connection: %s', (error) => {
    expect(passingCause(error)?.message).toContain('cannot be reached');
  });

  it.each([new Error('something else'), coded('23505'), coded('ENOENT'), new AppError('RESUME_MISSING', 'no resume'), 'text', null])(
    'is none for %s',
    (error) => {
      expect(passingCause(error)).toBeNull();
    },
  );
});
