import type { Anchor } from '../anchor.ts';
import type { IndexedUnit } from '../index-evidence.ts';
import { namesOccupation } from '../resume/title-words.ts';
import { stem } from '../stem.ts';
import { areSynonyms } from '../vocabulary/synonyms.ts';

const same = [
  ['lead', 'leader'],
  ['head', 'lead'],
  ['headteacher', 'head', 'headmaster', 'headmistress', 'principal'],
  ['founder', 'co-founder', 'owner'],
  ['chair', 'chairman', 'chairwoman', 'chairperson'],
  ['foreman', 'forewoman'],
  ['vp', 'vice'],
  ['supervisor', 'foreman'],
];

/** `postdoc` of `postdoctoral`, `rep` of `representative`. */
function isCutShort(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 3 && long.length >= short.length + 4 && long.startsWith(short);
}

/** Whether a unit has a word of a title. Ranks must stand as they are; a trade may be called otherwise. */
export function hasTitle({ text, isRank }: Extract<Anchor, { kind: 'title' }>, { unit, words }: IndexedUnit): boolean {
  // A course for leaders makes nobody one.
  if (isRank && (unit.kind === 'education' || unit.kind === 'skills')) return false;
  const wanted = text.toLowerCase().replace(/s$/, '');
  if (wanted === 'student' && unit.kind === 'education') return true;
  const pair = same.filter((titles) => titles.includes(wanted)).flat();
  return words.some((word) => {
    if (word === wanted || word === `${wanted}s` || word.split('-').includes(wanted) || pair.includes(word)) return true;
    return !isRank && (isCutShort(wanted, word) || (areSynonyms(stem(word), stem(wanted)) && namesOccupation(word)));
  });
}

/** Whether a unit tells of the authority that a deed claims. */
export function hasRank({ rank, overPeople }: Extract<Anchor, { kind: 'rank' }>, { unit, deeds, deedsOverPeople }: IndexedUnit): boolean {
  if (unit.kind === 'education') return false;
  const told = overPeople ? deedsOverPeople : deeds;
  return rank.backing.some((word) => told.has(word)) || (!overPeople && rank.things.some((word) => told.has(word)));
}
