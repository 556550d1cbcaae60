import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus } from './corpora.ts';
import { loadBuilt } from './load-built.ts';

interface Injection {
  id: string;
  /** `visible`, or how it is kept from a person's eyes. */
  carrier: string;
  payload: string;
}

interface Page {
  content: string;
  blocks: { text: string; speaksToAi: boolean }[];
}

const url = 'https://acme.example/about';
const paragraph = '<p>Acme builds pumps for hospitals in Bergen, and has done so since two nurses founded it in 1990.</p>';
const inHead = new Set(['meta', 'json-ld']);

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
    const lines = (await readFile(join(folder, 'injections.jsonl'), 'utf8')).split('\n').filter(Boolean);
    const all = lines.map((line) => JSON.parse(line) as Injection);
    const usable = ({ carrier, payload }: Injection): boolean => {
      const body = carrier === 'visible' ? `<p>${payload.replaceAll('<', '&lt;')}</p>` : inHead.has(carrier) ? '' : `<p>${payload}</p>`;
      const html = `<html><head><title>About</title>${inHead.has(carrier) ? payload : ''}</head><body>${paragraph}${body}${paragraph}</body></html>`;
      const { blocks } = extractPage(html, url);
      return blocks.some((block) => !block.speaksToAi && !block.text.startsWith('Acme builds pumps'));
    };
    const visible = all.filter(({ carrier }) => carrier === 'visible');
    const hidden = all.filter(({ carrier }) => carrier !== 'visible');
    const missed = all.filter(usable);
    for (const { id } of missed) console.error(`injections: ${id} would reach a prompt`);
    const kept = (list: Injection[]) => list.filter((injection) => !missed.includes(injection)).length;
    return `${kept(visible)} of ${visible.length} visible ones marked, ${kept(hidden)} of ${hidden.length} hidden ones kept out`;
  },
};
