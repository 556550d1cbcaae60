import { classesOf } from './vocabulary/synonyms.ts';
import { formsOf, stemSet } from './words.ts';

/** The words of a text, to look other words up in: by stem, or by what may stand for them. */
export interface WordBag {
  stems: ReadonlySet<string>;
  classes: ReadonlySet<number>;
}

export function bagOf(text: string): WordBag {
  const stems = stemSet(text);
  return { stems, classes: new Set([...stems].flatMap((stem) => classesOf(stem))) };
}

export function joinBags(bags: WordBag[]): WordBag {
  return { stems: new Set(bags.flatMap((bag) => [...bag.stems])), classes: new Set(bags.flatMap((bag) => [...bag.classes])) };
}

export const hasStem = (bag: WordBag, stem: string): boolean => bag.stems.has(stem);

/** Whether the bag has the stem or a word of one of its classes. */
export const hasSense = (bag: WordBag, stem: string): boolean =>
  bag.stems.has(stem) || classesOf(stem).some((found) => bag.classes.has(found));

/** How a bag has a word as written: as itself, as one that may stand for it, or not. A compound is there whole or in all its parts. */
export function findWord(bag: WordBag, word: string): 'same' | 'sense' | null {
  const [whole = '', joined, ...parts] = formsOf(word);
  if (bag.stems.has(whole) || (joined !== undefined && bag.stems.has(joined))) return 'same';
  if (parts.length > 0 && parts.every((part) => bag.stems.has(part))) return 'same';
  const isMeant =
    hasSense(bag, whole) ||
    (joined !== undefined && hasSense(bag, joined)) ||
    (parts.length > 0 && parts.every((part) => hasSense(bag, part)));
  return isMeant ? 'sense' : null;
}

export const hasWord = (bag: WordBag, word: string): boolean => findWord(bag, word) !== null;
