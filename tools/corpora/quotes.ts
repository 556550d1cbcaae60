import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Corpus } from './corpora.ts';
import { loadBuilt } from './load-built.ts';

interface Fact {
  quote: string;
}

type ExtractPage = (html: string, url: string) => object;
type MakeNote = (source: object, page: object, extracted: object, request: object) => { note: { content: string }; candidates: unknown[] };
type ChooseFacts = (candidates: unknown[], known: object) => Fact[];
type Truth = Record<string, { url: string }>;

const unzip = promisify(gunzip);
const shortest = 25;
const request = { urls: [], jobUrl: null, companyUrl: null, companyName: 'Acme', jobTitle: 'Engineer', jobDescription: null };

/** Facts without a model from real pages: each quote must stand in the text that is stored, word for word. */
export const quotes: Corpus = {
  name: 'quotes',
  file: 'extraction/ground-truth.json',
  run: async (folder) => {
    const dist = 'services/researcher/dist';
    const { extractPage } = await loadBuilt<{ extractPage: ExtractPage }>(`${dist}/extract/extract-page.js`);
    const { makeNote } = await loadBuilt<{ makeNote: MakeNote }>(`${dist}/make-note.js`);
    const { chooseFacts } = await loadBuilt<{ chooseFacts: ChooseFacts }>(`${dist}/facts/choose-facts.js`);
    const { KnownFacts } = await loadBuilt<{ KnownFacts: new () => object }>(`${dist}/facts/known-facts.js`);
    const truth = JSON.parse(await readFile(join(folder, 'extraction/ground-truth.json'), 'utf8')) as Truth;
    let [pages, facts, standing, spent] = [0, 0, 0, 0];
    for (const [id, { url }] of Object.entries(truth)) {
      const text = (await unzip(await readFile(join(folder, 'extraction/html', `${id}.html.gz`)))).toString();
      const page = { url, format: 'html', text, validators: { etag: null, last_modified: null } };
      const began = performance.now();
      const { note, candidates } = makeNote({ url, found: 'asked' }, page, extractPage(text, url), request);
      const found = chooseFacts(candidates, new KnownFacts());
      spent += performance.now() - began;
      pages += 1;
      facts += found.length;
      standing += found.filter(({ quote }) => quote.length >= shortest && note.content.includes(quote)).length;
    }
    const share = (standing / Math.max(1, facts)).toFixed(3);
    return `${pages} pages, share of quotes that stand in the stored text ${share}, ${(facts / pages).toFixed(1)} facts a page, ${(spent / pages).toFixed(0)} ms a page with extraction`;
  },
};
