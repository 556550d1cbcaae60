import { parseArgs } from 'node:util';
import { UserError } from '../process/user-error.ts';

export interface DraftOptions {
  demo: boolean;
  company: string;
  title: string;
  urls: string[];
  jobUrl: string | null;
  jobFile: string | null;
  resumeFile: string | null;
  outFile: string | null;
  json: boolean;
}

export const usage = `Usage: npm run draft -- --company NAME --title TITLE [options]
       npm run draft -- --demo

  --company NAME    the company you apply to
  --title TITLE     the job's title
  --url URL         a page to research; may be given several times
  --job-url URL     the page of the job posting
  --job-file FILE   a file with the text of the job posting
  --resume FILE     becomes your base resume (markdown)
  --out FILE        writes the letter to FILE instead of showing it
  --json            shows the finished run and the document as JSON
  --demo            a sample resume and a sample company, on folders of their own`;

/** Throws `UserError` with exit code 2 and the usage. */
export const parseDraftOptions = (argv: string[]): DraftOptions => {
  const values = readArguments(argv);
  const demo = values.demo === true;
  const own = ['company', 'title', 'url', 'job-url', 'job-file', 'resume'] as const;
  const mixed = own.filter((name) => values[name] !== undefined);
  if (demo && mixed.length > 0) refuse(`--demo brings its own company and resume, so it does not go with --${mixed.join(', --')}.`);
  const missing = (['company', 'title'] as const).filter((name) => !values[name]?.trim());
  if (!demo && missing.length > 0) refuse(`Missing: --${missing.join(', --')}.`);
  const bad = [...(values.url ?? []), ...(values['job-url'] ? [values['job-url']] : [])].filter(
    (url) => !/^https?:\/\//i.test(url) || !URL.canParse(url),
  );
  if (bad.length > 0) refuse(`Not a full http:// or https:// address: ${bad.join(', ')}`);
  return {
    demo,
    company: values.company ?? '',
    title: values.title ?? '',
    urls: values.url ?? [],
    jobUrl: values['job-url'] ?? null,
    jobFile: values['job-file'] ?? null,
    resumeFile: values.resume ?? null,
    outFile: values.out ?? null,
    json: values.json === true,
  };
};

const readArguments = (argv: string[]) => {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        company: { type: 'string' },
        title: { type: 'string' },
        url: { type: 'string', multiple: true },
        'job-url': { type: 'string' },
        'job-file': { type: 'string' },
        resume: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean' },
        demo: { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    return refuse((error as Error).message);
  }
};

const refuse = (reason: string): never => {
  throw new UserError(`${reason}\n\n${usage}`, 2);
};
