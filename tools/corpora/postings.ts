import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus } from './corpora.ts';
import { loadBuilt } from './load-built.ts';
import { combine, scoreShingles, type Score } from './score-shingles.ts';

interface Posting {
  company_name: string | null;
  job_title: string | null;
  location: string | null;
  remote: string | null;
  employment_type: string | null;
  salary: string | null;
  job_description: string | null;
}
type ReadPosting = (html: string, url: string) => { posting: Posting; obstacle: { detail: string } | null };

/** What a person read on a page. Patterns are regular expressions; a salary is its bounds. */
interface Expected {
  file: string;
  original_url: string;
  expected: {
    title_accept: string[];
    company_pattern: string;
    location_pattern: string;
    remote?: string;
    employment_type?: string;
    salary?: number[];
  };
}

/** Real pages of jobs: which of their facts are read as a person reads them, and how much of the job's text is in the description. */
export const postings: Corpus = {
  name: 'postings',
  file: 'postings/expected.json',
  run: async (folder) => {
    const { readPosting } = await loadBuilt<{ readPosting: ReadPosting }>('services/researcher/dist/posting/read-posting.js');
    const read = (file: string) => readFile(join(folder, 'postings', file), 'utf8');
    const pages = JSON.parse(await read('expected.json')) as Expected[];
    const bodies = JSON.parse(await read('bodies.json')) as Record<string, string>;
    const tally = new Tally();
    const scores: Score[] = [];
    let spent = 0;
    for (const { file, original_url, expected } of pages) {
      const html = await read(file);
      const began = performance.now();
      const { posting, obstacle } = readPosting(html, original_url);
      spent += performance.now() - began;
      const { job_description, ...facts } = posting;
      judge(posting, expected, (what, isRight) => {
        tally.add(what, isRight);
        if (!isRight) console.error(`postings: ${file}: ${what} is not ${JSON.stringify(facts)}`);
      });
      if (obstacle !== null) console.error(`postings: ${file} was taken for no posting: ${obstacle.detail}`);
      tally.add('recognised', obstacle === null);
      scores.push(scoreShingles(bodies[file] ?? '', job_description ?? ''));
    }
    return `${tally.say()}, description recall ${combine(scores).recall.toFixed(3)}, ${(spent / pages.length).toFixed(0)} ms a page`;
  },
};

function judge(posting: Posting, expected: Expected['expected'], say: (what: string, isRight: boolean) => void): void {
  const { title_accept, company_pattern, location_pattern, remote, employment_type, salary } = expected;
  const fits = (pattern: string, text: string | null) => new RegExp(pattern, 'i').test(text ?? '');
  say('company', fits(company_pattern, posting.company_name));
  say('title', title_accept.map(plain).includes(plain(posting.job_title ?? '')));
  say('location', fits(location_pattern, posting.location));
  if (remote !== undefined) say('remote', posting.remote === remote);
  if (employment_type !== undefined) say('employment', (posting.employment_type ?? '').split(', ').includes(employment_type));
  if (salary !== undefined)
    say(
      'salary',
      salary.every((bound) => numbersIn(posting.salary).includes(bound)),
    );
}

/** Dashes and spaces are the site's typesetting, not the title. */
const plain = (text: string) =>
  text
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
const numbersIn = (text: string | null) => (text?.match(/\d[\d,.]*\d|\d/g) ?? []).map((number) => Number(number.replaceAll(',', '')));

class Tally {
  readonly #counts = new Map<string, { right: number; all: number }>();

  add(what: string, isRight: boolean): void {
    const { right, all } = this.#counts.get(what) ?? { right: 0, all: 0 };
    this.#counts.set(what, { right: right + (isRight ? 1 : 0), all: all + 1 });
  }

  say(): string {
    return [...this.#counts].map(([what, { right, all }]) => `${what} ${right} of ${all}`).join(', ');
  }
}
