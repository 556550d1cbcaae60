import type { Anchor } from '../anchor.ts';
import type { IndexedScope } from '../index-evidence.ts';
import type { ReadClause } from '../sentence/read-clauses.ts';
import { isGeneric } from '../vocabulary/generic-words.ts';
import { isTrait } from '../vocabulary/traits.ts';
import { findWord, type WordBag } from '../word-bag.ts';

export interface ClaimWord {
  text: string;
  at: number;
  weight: number;
}

/** Idioms whose words mean nothing by themselves. */
export const idioms =
  /\b(?:at present|so far|in order|as well(?: as)?|first of all|day in,? day out|at the moment|at (?:first )?sight|at best|by heart|under pressure|of course|to date|on a daily basis|in detail|in person|on time|in charge of|in use|over the years|at the same time|hand in hand|step by step|from scratch|from start to finish|end to end|in practice|in turn|at hand|in mind|on top of|on my own|by myself|without fail|as a result|in the end|again and again|more and more|side by side|up to date|in return|on board|at work|at heart|to hand|for sure|by now|what it takes|a great deal|all in all|among other things|mother tongue|face to face)\b/giu;

const adverb = /^\p{L}{3,}ly$/u;

/** Words of a clause that state something: `isWanted` says by the side they are said of. */
export function claimWords(
  clause: ReadClause,
  sentence: string,
  side: 'person' | 'company',
  isWanted: (at: number) => boolean,
): ClaimWord[] {
  const text = sentence.slice(clause.from, clause.to).replace(idioms, (found) => ' '.repeat(found.length));
  const spent = (at: number, length: number): boolean => !/\S/.test(text.slice(at - clause.from, at - clause.from + length));
  return clause.tokens
    .filter(
      ({ text: word, at }) =>
        isWanted(at) && !spent(at, word.length) && /\p{L}{2}/u.test(word) && !isGeneric(word) && !(side === 'person' && isTrait(word)),
    )
    .map(({ text: word, at }) => ({ text: word, at, weight: adverb.test(word) ? 0.5 : 1 }));
}

export interface Match {
  share: number;
  total: number;
  missing: ClaimWord[];
  /** Whether any word was found as itself. */
  isAnySame: boolean;
}

/**
 * What a word counts: found in the line that fits best, in another line of the same place, or in what may stand beside it; and less
 * when only a word that may stand for it was found, for two such in a row are seldom a paraphrase.
 */
const worth = { line: 1, place: 0.5, beside: 0.4, sense: 0.85 };

/** How much of the words one place has. Words of `backed` anchors were found already. */
export function matchWords(
  words: ClaimWord[],
  { units, bag: whole }: Pick<IndexedScope, 'units' | 'bag'>,
  beside: WordBag | null = null,
  backed: readonly Anchor[] = [],
): Match {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const isBacked = ({ at }: ClaimWord): boolean => backed.some((anchor) => at >= anchor.at && at < anchor.at + anchor.text.length);
  const open = words.filter((word) => !isBacked(word));
  const valueIn = (bag: WordBag, { text }: ClaimWord): number => ({ same: 1, sense: worth.sense, none: 0 })[findWord(bag, text) ?? 'none'];
  // What the whole place lacks need not be looked for line by line.
  const found = open.map((word) => (findWord(whole, word.text) === null ? [] : units.map((unit) => valueIn(unit.bag, word))));
  const inUnit = units.map((_, unit) => open.reduce((sum, { weight }, at) => sum + (found[at]?.[unit] ?? 0) * weight, 0));
  const line = inUnit.indexOf(Math.max(0, ...inUnit));
  const valueOf = (word: ClaimWord, at: number): number =>
    Math.max(
      (found[at]?.[line] ?? 0) * worth.line,
      Math.max(0, ...(found[at] ?? [])) * worth.place,
      beside === null ? 0 : valueIn(beside, word) * worth.beside,
    );
  const lost = open.reduce((sum, word, at) => sum + word.weight * (1 - valueOf(word, at)), 0);
  return {
    share: total === 0 ? 1 : 1 - lost / total,
    total,
    missing: open.filter((_, at) => !found[at]?.some((value) => value > 0)),
    isAnySame: open.length < words.length || found.some((values) => values.includes(1)),
  };
}
