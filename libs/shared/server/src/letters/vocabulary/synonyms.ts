import { stem } from '../stem.ts';
import { deedClasses } from './deed-classes.ts';
import { isGeneric } from './generic-words.ts';
import { thingClasses } from './thing-classes.ts';

/** Generic words that still tell one deed from another: `look after`, `help`, `find`. */
const kept = new Set(['look', 'help', 'find']);
/** `work` or `take` would join what has nothing to do with each other. */
const carriesSense = (word: string): boolean => kept.has(word) || !isGeneric(word);

/**
 * Words that may stand for each other in a true paraphrase, a line a class. A word may stand in several. Ranks are not told apart
 * here: a claim to one is held to the evidence on its own (`ranks.ts`).
 */
const classes = [...deedClasses, ...thingClasses].map((line) => [...new Set(line.trim().split(/\s+/).filter(carriesSense).map(stem))]);

const byStem = new Map<string, number[]>();
for (const [at, members] of classes.entries()) for (const member of members) byStem.set(member, [...(byStem.get(member) ?? []), at]);

const none: readonly number[] = [];

/** The classes a stem belongs to, as numbers. */
export const classesOf = (stem: string): readonly number[] => byStem.get(stem) ?? none;

export const areSynonyms = (one: string, other: string): boolean =>
  one === other || classesOf(one).some((at) => classesOf(other).includes(at));
