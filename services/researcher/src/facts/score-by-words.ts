import { contentStems } from '@coverwright/server';
import MiniSearch from 'minisearch';

/** For each text, how well it answers to the words (BM25 over the texts), 0 to 1; the best is 1. */
export function scoreByWords(texts: readonly string[], words: string): number[] {
  const stems = new Map<string, string | null>();
  const processTerm = (term: string) => {
    const known = stems.get(term);
    if (known !== undefined) return known;
    const stem = contentStems(term)[0] ?? null;
    stems.set(term, stem);
    return stem;
  };
  const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], processTerm });
  search.addAll(texts.map((text, id) => ({ id, text })));
  const scores = new Map(search.search(words, { combineWith: 'OR' }).map((hit): [number, number] => [hit.id as number, hit.score]));
  const top = Math.max(Number.MIN_VALUE, ...scores.values());
  return texts.map((_, id) => (scores.get(id) ?? 0) / top);
}
