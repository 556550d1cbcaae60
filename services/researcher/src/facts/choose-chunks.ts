import type { Chunk } from './chunk-blocks.ts';
import { STANDING_QUERY } from './questions.ts';
import { scoreByWords } from './score-by-words.ts';

export interface PageChunk extends Chunk {
  /** Which of the pages it is of. */
  page: number;
}

const MAX_QUERY = 4000;

/**
 * The chunks most likely to answer what an applicant wants to know, at most `most` over all pages and each page's best one before a
 * second one of any, in the order of the pages.
 */
export function chooseChunks(pages: readonly Chunk[][], job: { title: string; description: string | null }, most: number): PageChunk[] {
  const all = pages.flatMap((chunks, page) => chunks.map((chunk, place) => ({ ...chunk, page, place })));
  const words = `${job.title} ${job.title} ${job.description ?? ''}`.slice(0, MAX_QUERY);
  const texts = all.map((chunk) => chunk.lines.join('\n'));
  const forJob = scoreByWords(texts, words);
  const forQuestions = scoreByWords(texts, STANDING_QUERY);
  const scored = all
    .map((chunk, at) => ({ ...chunk, score: (forJob[at] ?? 0) + (forQuestions[at] ?? 0) }))
    .sort((a, b) => b.score - a.score || a.page - b.page || a.place - b.place);
  const isBestOfPage = (chunk: (typeof scored)[number]) => scored.find((other) => other.page === chunk.page) === chunk;
  const ranked = [...scored.filter(isBestOfPage).sort((a, b) => a.page - b.page), ...scored.filter((chunk) => !isBestOfPage(chunk))];
  return ranked
    .slice(0, most)
    .sort((a, b) => a.page - b.page || a.place - b.place)
    .map(({ lines, tokens, page }) => ({ lines, tokens, page }));
}
