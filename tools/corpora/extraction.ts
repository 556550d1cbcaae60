import { createHash } from 'node:crypto';
import type { Corpus } from './corpora.ts';
import { loadBuilt } from './load-built.ts';
import { readArticles } from './read-pages.ts';
import { combine, scoreShingles, type Score } from './score-shingles.ts';

type ExtractPage = (html: string, url: string) => { content: string };

/**
 * Real pages and the article that a person marked in them. A page that is refused counts as nothing found. The rules were written with
 * one half of the sites in view and the other held back; both are said.
 */
export const extraction: Corpus = {
  name: 'extraction',
  file: 'extraction/ground-truth.json',
  run: async (folder) => {
    const { extractPage } = await loadBuilt<{ extractPage: ExtractPage }>('services/researcher/dist/extract/extract-page.js');
    const scores: { score: Score; inView: boolean }[] = [];
    let refused = 0;
    let spent = 0;
    for await (const { html, url, marked } of readArticles(folder)) {
      const began = performance.now();
      let content = '';
      try {
        ({ content } = extractPage(html, url));
      } catch (error) {
        refused += 1;
        console.error(`extraction: ${url} was refused: ${String(error)}`);
      }
      spent += performance.now() - began;
      scores.push({ score: scoreShingles(marked, content), inView: wasInView(url) });
    }
    const { f1, precision, recall } = combine(scores.map(({ score }) => score));
    const half = (inView: boolean) => combine(scores.filter((page) => page.inView === inView).map(({ score }) => score)).f1.toFixed(3);
    const figures = `F1 ${f1.toFixed(3)} (${half(true)} in view, ${half(false)} held back), precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
    return `${scores.length} pages, ${figures}, ${(spent / scores.length).toFixed(0)} ms a page, ${refused} refused`;
  },
};

/** Sites fall into one half or the other by the hash of their name, so that two pages of one site are never in both. */
const wasInView = (url: string): boolean => {
  const site = new URL(url).hostname.split('.').slice(-2).join('.');
  return createHash('sha256').update(site).digest().readUInt32BE(0) % 2 === 0;
};
