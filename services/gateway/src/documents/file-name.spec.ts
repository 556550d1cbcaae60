import { describe, expect, it } from '@jest/globals';
import { attachment, fileName } from './file-name.ts';

const of = (company_name: string, job_title: string) => ({ company_name, job_title });

describe('the name of a downloaded letter', () => {
  it.each([
    ['Søren & Töchter GmbH', 'C++ Engineer', 'cover-letter-søren-töchter-gmbh-c-engineer-v2.md'],
    ['../../etc/passwd', 'x"\r\nSet-Cookie: a', 'cover-letter-etc-passwd-x-set-cookie-a-v2.md'],
    ['株式会社', '日本語', 'cover-letter-株式会社-日本語-v2.md'],
    ['¿?', '…', 'cover-letter-v2.md'],
  ])('says what it is in its own letters, safely, for %j and %j', (company, title, expected) => {
    expect(fileName(of(company, title), 2, 'md')).toBe(expected);
  });

  it('is also given in plain letters for programs that know no others', () => {
    expect(attachment(of('Søren & Łódź (GmbH)', "Chef d'équipe"), 3, 'pdf')).toBe(
      `attachment; filename="cover-letter-soren-lodz-gmbh-chef-d-equipe-v3.pdf"; filename*=UTF-8''cover-letter-s%C3%B8ren-%C5%82%C3%B3d%C5%BA-gmbh-chef-d-%C3%A9quipe-v3.pdf`,
    );
    expect(attachment(of('株式会社', '日本語'), 1, 'pdf')).toMatch(
      /^attachment; filename="cover-letter-v1\.pdf"; filename\*=UTF-8''[\w%.-]+$/,
    );
  });

  it('stays short enough for every file system', () => {
    for (const letter of ['x', '字', '😀a']) {
      const name = fileName(of(letter.repeat(200), letter.repeat(200)), 12345, 'docx');
      expect(Buffer.byteLength(name)).toBeLessThan(200);
      expect(name).toMatch(/-v12345\.docx$/);
    }
  });
});
