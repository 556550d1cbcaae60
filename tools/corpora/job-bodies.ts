import type { Corpus } from './corpora.ts';
import { loadBuilt } from './load-built.ts';
import { readPostings } from './read-pages.ts';
import { scoreShingles } from './score-shingles.ts';

type ExtractPage = (html: string, url: string) => { content: string };

/** Real job pages and the body of the job that a person marked in them: how much of it is in what is read. */
export const jobBodies: Corpus = {
  name: 'job bodies',
  file: 'postings/bodies.json',
  run: async (folder) => {
    const { extractPage } = await loadBuilt<{ extractPage: ExtractPage }>('services/researcher/dist/extract/extract-page.js');
    const recalls: number[] = [];
    for await (const { html, url, marked } of readPostings(folder))
      recalls.push(scoreShingles(marked, extractPage(html, url).content).recall);
    const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
    return `${recalls.length} pages, 4-gram recall ${mean.toFixed(3)}, ${recalls.filter((recall) => recall < 0.5).length} under half`;
  },
};
