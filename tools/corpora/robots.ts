import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus } from './corpora.ts';
import { loadBuilt } from './load-built.ts';

interface Vector {
  robots: string;
  ua: string;
  url: string;
  allowed: boolean;
}

interface Matcher {
  parseRobots: (text: string, agent: string) => unknown;
  isPathAllowed: (rules: unknown, path: string) => boolean;
}

/** Google's own cases for robots.txt, and what large and hostile files cost. */
export const robots: Corpus = {
  name: 'robots',
  file: 'robots/vectors.json',
  run: async (folder) => {
    const { parseRobots, isPathAllowed } = await loadBuilt<Matcher>('services/researcher/dist/fetch/match-robots.js');
    const vectors = JSON.parse(await readFile(join(folder, 'robots/vectors.json'), 'utf8')) as Vector[];
    const right = vectors.filter(
      ({ robots: text, ua, url, allowed }) => isPathAllowed(parseRobots(asUtf8(text), ua), pathOf(url)) === allowed,
    );
    const largeMs = time(() => isPathAllowed(parseRobots(large, 'Coverwright'), `/section-19999/${'page/'.repeat(50)}`));
    const bombMs = time(() => isPathAllowed(parseRobots(bomb, 'Coverwright'), `/${'a'.repeat(1900)}`));
    return `${right.length} of ${vectors.length} right, 20,000 rules ${largeMs.toFixed(1)} ms, a bomb of 5,000 stars ${bombMs.toFixed(1)} ms`;
  },
};

const large = `user-agent: *\n${Array.from({ length: 20_000 }, (_, index) => `disallow: /section-${index}/*/draft$\n`).join('')}`;
const bomb = `user-agent: *\ndisallow: /${'*a'.repeat(5000)}*b\n`;

/** The files are written one character a byte. */
const asUtf8 = (text: string): string => Buffer.from(text, 'latin1').toString('utf8');

/** Path and query as they are written: one case has letters that no URL carries unescaped. */
const pathOf = (url: string): string => url.replace(/^https?:\/\/[^/?]*/, '');

/** The median of a few rounds, the first of which also compile. */
const time = (work: () => unknown): number => {
  const rounds = Array.from({ length: 9 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return rounds.toSorted((a, b) => a - b)[4] ?? NaN;
};
