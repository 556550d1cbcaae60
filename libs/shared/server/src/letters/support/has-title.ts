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

const general = /^(?:people|staff|teams?|colleagues?|crews?|departments?|groups?|squads?|persons?|members?|employees|shifts?|workers?)$/;
const learner = /^(?:students?|pupils?|apprentices?|trainees?|interns?|juniors?|learners?|beginners?|newcomers?)$/;

/** Who supervises students has no team of therapists: the people must be the same, or be called `team` or `people` in one of the two. */
function hasSamePeople(people: readonly string[], words: readonly string[]): boolean {
  if (people.length === 0) return true;
  const named = people.filter((word) => !general.test(word));
  if (named.length > 0)
    return named.some((word) =>
      words.some((known) => stem(known) === stem(word) || areSynonyms(stem(known), stem(word)) || general.test(known)),
    );
  return words.some((word) => general.test(word) || (namesOccupation(word) && !learner.test(word)));
}

/** Whether a unit tells of the authority that a deed claims: by its role's title, or by its own words over the same people. */
export function hasRank(
  { rank, overPeople, people }: Extract<Anchor, { kind: 'rank' }>,
  { unit, ownWords, deeds, titles }: IndexedUnit,
): boolean {
  if (unit.kind === 'education') return false;
  if (rank.backing.some((word) => titles.has(word))) return true;
  if (overPeople) return rank.backing.some((word) => deeds.has(word)) && hasSamePeople(people, ownWords);
  return rank.backing.some((word) => deeds.has(word)) || rank.things.some((word) => deeds.has(word) || titles.has(word));
}
