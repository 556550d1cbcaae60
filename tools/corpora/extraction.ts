import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Corpus } from './corpora.ts';
import { loadBuilt } from './load-built.ts';
import { combine, scoreShingles, type Score } from './score-shingles.ts';

type ExtractPage = (html: string, url: string) => { content: string };
type Truth = Record<string, { articleBody: string; url: string }>;

const unzip = promisify(gunzip);

/** Real pages and the article that a person marked in them. A page that is refused counts as nothing found. */
export const extraction: Corpus = {
  name: 'extraction',
  file: 'extraction/ground-truth.json',
  run: async (folder) => {
    const { extractPage } = await loadBuilt<{ extractPage: ExtractPage }>('services/researcher/dist/extract/extract-page.js');
    const truth = JSON.parse(await readFile(join(folder, 'extraction/ground-truth.json'), 'utf8')) as Truth;
    const scores: Score[] = [];
    let refused = 0;
    let spent = 0;
    for (const [id, { articleBody, url }] of Object.entries(truth)) {
      const html = (await unzip(await readFile(join(folder, 'extraction/html', `${id}.html.gz`)))).toString();
      const began = performance.now();
      let content = '';
      try {
        ({ content } = extractPage(html, url));
      } catch (error) {
        refused += 1;
        console.error(`extraction: ${url} was refused: ${String(error)}`);
      }
      spent += performance.now() - began;
      scores.push(scoreShingles(articleBody, content));
    }
    const { f1, precision, recall } = combine(scores);
    const figures = `F1 ${f1.toFixed(3)}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
    return `${scores.length} pages, ${figures}, ${(spent / scores.length).toFixed(0)} ms a page, ${refused} refused`;
  },
};
