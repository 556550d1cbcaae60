import type { EvidenceIndex, IndexedScope, IndexedUnit, KnownNumber } from '../index-evidence.ts';
import { stem } from '../stem.ts';
import type { Unit } from '../units.ts';
import { isFunctionWord, isGeneric } from '../vocabulary/generic-words.ts';
import { bagOf, hasSense, hasStem } from '../word-bag.ts';
import { tokenize } from '../words.ts';

/** Words that fit any number and so tell nothing about which one is meant. */
const loose = new Set(
  `reduce increase lead manage handle develop build run save work deliver cover reach year day week month quarter per cut fall drop lower decrease raise rise grow improve bring down up total number half double rate time
  more less over under about percent minute hour second fewer average people person take go come achieve serve own responsible within first last new`
    .trim()
    .split(/\s+/)
    .map(stem),
);
/** In brackets of a group, so that a split keeps them and offsets hold. */
const breaks =
  /([;()]|(?<!\d),|,(?!\d)|\s[–—]\s|:\s|\b(?:but|while|whereas|where|which|who|when|after|before|since|because|although|and|with|plus|including|within|during|I|we|you)\b)/u;

/** Stems of the words that tell what a number is of. */
export function contextWords(text: string): string[] {
  return tokenize(text)
    .map(({ text: word }) => word)
    .filter((word) => /\p{L}{2}/u.test(word) && !isFunctionWord(word) && !isGeneric(word))
    .map(stem)
    .filter((word) => !loose.has(word));
}

const isTime = (unit: Unit): boolean => unit.base === 's' || unit.base === 'month';
const measure = /^(?:min|ms|secs?|seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|nights?|pm|am|km|kg|percent|working)$/i;
/** Whether a piece has any word beyond numbers, measures and joints. */
const tellsSomething = (text: string): boolean =>
  tokenize(text).some(({ text: word }) => /\p{L}{3}/u.test(word) && !isFunctionWord(word) && !measure.test(word));

/** What a sentence says around a number. */
export interface NumberContext {
  /** Stems of the words that tell what it is of. */
  words: string[];
  direction: Direction;
}

export type Direction = 'up' | 'down' | null;

export function readContext(sentence: string, at: number, unit: Unit): NumberContext {
  const text = contextOf(sentence, at, unit);
  return { words: [...new Set(contextWords(text))], direction: directionOf(text) };
}

/** The part of a sentence a number belongs to; one without words of its own takes the part before, then the part after. */
function contextOf(sentence: string, at: number, unit: Unit): string {
  // `within three years the share …`: a length of time goes with the verb, not with the noun beside it.
  if (unit.base === 's' || unit.base === 'month')
    return sentence.split(/;\s|\s[–—]\s/).find((part, index, parts) => at < parts.slice(0, index + 1).join('; ').length) ?? sentence;
  const pieces = sentence.split(breaks);
  let from = 0;
  const spans = pieces.map((piece) => ({ piece, from, to: (from += piece.length) }));
  const here = spans.findIndex(({ from: start, to }) => at >= start && at < to);
  const own = spans[here]?.piece ?? sentence;
  if (tellsSomething(own)) return own;
  const before = spans.slice(0, Math.max(0, here)).findLast(({ piece }) => tellsSomething(piece))?.piece;
  const after = spans.slice(here + 1).find(({ piece }) => tellsSomething(piece))?.piece;
  return `${before ?? after ?? ''} ${own}`;
}

const shared = (words: string[], unit: IndexedUnit): number => words.filter((word) => hasStem(unit.own, word)).length;

/** The right number beside the wrong matter is wrong: `cut latency by 63%` when the 63% is of something else. */
export function isAboutAnother(
  { words }: NumberContext,
  known: KnownNumber | null,
  unit: IndexedUnit,
  scope: IndexedScope,
  index: EvidenceIndex,
): boolean {
  if (words.length === 0) return false;
  const others = index.telling[scope.side].filter((other) => other !== unit);
  const here = shared(words, unit);
  const isBetterElsewhere = others.some(
    (other) => other.numbers.length > 0 && shared(words, other) > Math.max(here, words.filter((word) => hasSense(unit.own, word)).length),
  );
  if (isBetterElsewhere) return true;
  const place = known?.near ?? unit.own;
  if (words.some((word) => hasSense(place, word))) return false;
  if (words.some((word) => hasSense(unit.own, word)))
    return known !== null && !isTime(known.number.unit) && isClaimedByAnotherPart(words, known, unit);
  return words.some((word) => others.some((other) => hasStem(other.own, word)));
}

/** Within one line: the words stand beside another number of it, and none of them beside this one. */
function isClaimedByAnotherPart(words: string[], known: KnownNumber, unit: IndexedUnit): boolean {
  return unit.numbers.some(
    (other) => other !== known && other.nearText !== known.nearText && words.some((word) => hasStem(other.near, word)),
  );
}

const up = bagOf(
  'increase increased grow grew raise raised rise rose climb climbed gain up double doubled triple higher more expand expanded',
);
const down = bagOf(
  'reduce reduced cut lower lowered decrease decreased drop dropped fall fell shrink shrank halve halved trim slash decline down less fewer save saved',
);
/** `cut costs by …` beside `grow sales by …`: only words that always point one way are held against each other. */
export function directionOf(text: string): Direction {
  const stems = tokenize(text).map(({ text: word }) => stem(word));
  const isUp = stems.some((word) => up.stems.has(word));
  const isDown = stems.some((word) => down.stems.has(word));
  return isUp === isDown ? null : isUp ? 'up' : 'down';
}

/** Whether a sentence says that something rose by what the evidence says it fell by. */
export const opposes = (claimed: Direction, actual: Direction): boolean => claimed !== null && actual !== null && claimed !== actual;
