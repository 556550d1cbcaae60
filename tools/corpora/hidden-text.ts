import type { Corpus } from './corpora.ts';
import { loadBuilt } from './load-built.ts';
import { readArticles, readPostings } from './read-pages.ts';
import { scoreShingles } from './score-shingles.ts';

const folder = 'services/researcher/dist/extract/';

interface Extract {
  loadHtml: (html: string, what: 'page') => Loaded;
  removeHidden: (loaded: Loaded) => void;
  collectBlocks: (roots: unknown[], options: { isUnseen: () => boolean }) => { text: string }[];
}

type Loaded = (selector: string) => { toArray: () => unknown[] };

/**
 * What leaving out hidden text costs: words of real pages with and without it. Pages do hide words (menus, dialogs), so what counts is
 * what a person marked as the page's text.
 */
export const hiddenText: Corpus = {
  name: 'hidden text',
  file: 'extraction/ground-truth.json',
  run: async (data) => {
    const { loadHtml } = await loadBuilt<Pick<Extract, 'loadHtml'>>(`${folder}load-html.js`);
    const { removeHidden } = await loadBuilt<Pick<Extract, 'removeHidden'>>(`${folder}remove-hidden.js`);
    const { collectBlocks } = await loadBuilt<Pick<Extract, 'collectBlocks'>>(`${folder}collect-blocks.js`);
    const textOf = (html: string, remove: boolean): string => {
      const loaded = loadHtml(html, 'page');
      if (remove) removeHidden(loaded);
      return collectBlocks(loaded('body').toArray(), { isUnseen: () => false })
        .map((block) => block.text)
        .join('\n');
    };
    const kept = { marked: [] as number[], all: [] as number[] };
    for (const pages of [readArticles(data), readPostings(data)]) {
      for await (const { html, marked } of pages) {
        const [before, after] = [textOf(html, false), textOf(html, true)];
        kept.marked.push(scoreShingles(marked, after).recall / scoreShingles(marked, before).recall);
        kept.all.push(countWords(after) / countWords(before));
      }
    }
    const worst = Math.min(...kept.marked);
    return `${kept.all.length} pages, ${percent(mean(kept.marked))} of the marked words kept (worst page ${percent(worst)}), ${percent(mean(kept.all))} of all words`;
  },
};

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
