import { describe, expect, it } from '@jest/globals';
import { UserError } from '../process/user-error.ts';
import { parseDraftOptions } from './parse-options.ts';

const refusal = (argv: string[]): UserError => {
  try {
    parseDraftOptions(argv);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error('was accepted');
};
const job = ['--company', 'Fern & Co', '--title', 'Engineer'];

describe('parseDraftOptions', () => {
  it('takes several pages and every file', () => {
    const argv = [...job, '--url', 'https://a.example', '--url', 'https://b.example', '--job-url', 'http://c.example/1', '--json'];
    expect(parseDraftOptions([...argv, '--job-file', 'job.txt', '--resume', 'me.md', '--out', 'letter.md'])).toEqual({
      demo: false,
      company: 'Fern & Co',
      title: 'Engineer',
      urls: ['https://a.example', 'https://b.example'],
      jobUrl: 'http://c.example/1',
      jobFile: 'job.txt',
      resumeFile: 'me.md',
      outFile: 'letter.md',
      json: true,
    });
  });

  it('needs nothing else for the demo', () => {
    expect(parseDraftOptions(['--demo'])).toMatchObject({ demo: true, urls: [] });
  });

  it.each([
    ['no company', ['--title', 'Engineer'], 'Missing: --company.'],
    ['a blank title', ['--company', 'Fern', '--title', ' '], 'Missing: --title.'],
    ['nothing at all', [], 'Missing: --company, --title.'],
    ['an unknown option', [...job, '--colour', 'red'], "Unknown option '--colour'"],
    ['an option without its value', ['--company'], "'--company <value>' argument missing"],
    ['an address that is not one', [...job, '--url', 'fern.example'], 'Not a full http:// or https:// address: fern.example'],
    ['another scheme', [...job, '--job-url', 'file:///etc/passwd'], 'Not a full http:// or https:// address'],
    ['the demo with a company', ['--demo', '--company', 'Fern'], '--demo brings its own company'],
  ])('refuses %s with exit code 2 and the usage', (_name, argv, reason) => {
    const error = refusal(argv);
    expect(error.exitCode).toBe(2);
    expect(error.message).toContain(reason);
    expect(error.message).toContain('Usage: npm run draft');
  });
});
