import { describe, expect, it } from '@jest/globals';
import { fileName } from './file-name.ts';

describe('fileName', () => {
  it.each([
    ['Søren & Töchter GmbH', 'C++ Engineer', 'cover-letter-s-ren-tochter-gmbh-c-engineer-v2.md'],
    ['../../etc/passwd', 'x"\r\nSet-Cookie: a', 'cover-letter-etc-passwd-x-set-cookie-a-v2.md'],
    ['株式会社', '日本語', 'cover-letter-v2.md'],
  ])('is safe for %j and %j', (company_name, job_title, expected) => {
    expect(fileName({ company_name, job_title }, 2, 'md')).toBe(expected);
  });
});
