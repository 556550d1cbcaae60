import { contentStems, estimateTokens, stemSet } from '@coverwright/server';
import type { MaterialKind, MaterialLine } from './material.ts';

/** What a line counts before the question is looked at: of two that fit alike, facts about the company are worth more. */
const worth: Record<MaterialKind, number> = { run: 0.9, note: 0.6, posting: 0.4, resume: 0.3, letter: 0.1 };
const pinnedWorth = 0.5;
/** Tokens of a line's mark and prefix. */
const tokensAround = 8;

/**
 * The lines that fit the question best, as many as there is room for, in the order in which they came. Rare words count more than words
 * that half of the lines have.
 */
export function chooseMaterial(lines: readonly MaterialLine[], question: string, roomTokens: number): MaterialLine[] {
  const wanted = new Set(contentStems(question));
  const stems = lines.map((line) => stemSet(line.text));
  const rarity = new Map([...wanted].map((stem) => [stem, Math.log(1 + lines.length / (1 + stems.filter((set) => set.has(stem)).length))]));
  const scored = lines.map((line, index) => {
    const fit = [...rarity].reduce((sum, [stem, weight]) => sum + (stems[index]?.has(stem) ? weight : 0), 0);
    return { line, index, score: fit + worth[line.kind] + (line.pinned ? pinnedWorth : 0) - index / 1e6 };
  });
  let room = roomTokens;
  const kept = scored
    .sort((a, b) => b.score - a.score)
    .filter(({ line }) => {
      const cost = estimateTokens(line.text) + tokensAround;
      if (cost > room) return false;
      room -= cost;
      return true;
    });
  return kept.sort((a, b) => a.index - b.index).map(({ line }) => line);
}
