import type { Corpus } from './corpora.ts';
import { pageWith, readInjections, type Injection } from './injections/injection-pages.ts';
import { loadBuilt } from './load-built.ts';

interface Page {
  content: string;
  blocks: { text: string; speaksToAi: boolean }[];
}

const url = 'https://acme.example/about';
/** What the page says itself. */
const own = /^(?:Acme builds pumps|Our workshop team|We are looking for a technician)/;

/**
 * Texts that want to steer a model, set into a page: what a person cannot see must not be there, what they can see must be marked.
 * False alarms are counted on the blocks of real articles and job pages.
 */
export const injections: Corpus = {
  name: 'injections',
  file: 'injections.jsonl',
  run: async (folder) => {
    const { extractPage } = await loadBuilt<{ extractPage: (html: string, url: string) => Page }>(
      'services/researcher/dist/extract/extract-page.js',
    );
    const all = await readInjections(folder);
    const usable = (injection: Injection): boolean =>
      extractPage(pageWith(injection), url).blocks.some((block) => !block.speaksToAi && !own.test(block.text));
    const visible = all.filter(({ carrier }) => carrier === 'visible');
    const hidden = all.filter(({ carrier }) => carrier !== 'visible');
    const missed = all.filter(usable);
    for (const { id } of missed) console.error(`injections: ${id} would reach a prompt`);
    const kept = (list: Injection[]) => list.filter((injection) => !missed.includes(injection)).length;
    return `${kept(visible)} of ${visible.length} visible ones marked, ${kept(hidden)} of ${hidden.length} hidden ones kept out`;
  },
};
