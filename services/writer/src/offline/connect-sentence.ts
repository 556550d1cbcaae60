import type { Desk } from './desk.ts';
import { fill, phrases } from './phrases.ts';
import type { Saying } from './say-bullet.ts';

export interface Said extends Saying {
  units: string[];
}

type Way = [name: string, wording: string];

/** A number that measures: `Year 9` does not. */
const isResult = /[%£€$]|\bfrom\b.*\d.*\bto\b.*\d|\b\d{2,}\b/;

/** Verbs of the phrases for things, in the tense of the line. */
const verbsFor = (isPast: boolean): Record<string, string> =>
  isPast
    ? { takes: 'took', include: 'included', covers: 'covered', is: 'was' }
    : { takes: 'takes', include: 'include', covers: 'covers', is: 'is' };

function waysFor({ clause, doing, things, placed }: Said, hasPost: boolean, desk: Desk): Way[] {
  const startsWithI = /^I\b/.test(clause);
  const mayStartWithI = desk.startsWithI * 2 < desk.sentences;
  const named = (list: readonly string[], values: Record<string, string>): Way[] => list.map((phrase) => [phrase, fill(phrase, values)]);
  if (!hasPost) return named(phrases.free, { clause });
  if (things !== null) return named(phrases.things, { ...verbsFor(/^my work included/.test(clause)), things });
  const ways = named(phrases.again, { clause });
  if (doing && mayStartWithI && !/^ha(?:ve|d)\b/.test(doing)) ways.push(['also', `I also ${doing}`]);
  if (startsWithI && mayStartWithI) ways.push(['plain', clause]);
  if (doing && isResult.test(clause)) ways.push(['figure', fill(desk.choose('figure', phrases.figure), { clause })]);
  if (doing && !clause.includes(':')) ways.push(['more', fill(desk.choose('more', phrases.tellMore), { clause })]);
  if (placed) ways.push(['placed', `${placed.front}, ${placed.clause}`], ['placed again', `${placed.front}, ${placed.clause}`]);
  return ways;
}

/** Wordings of a further sentence about the same post. Ways to connect take turns, and beginnings with “I” stay the smaller part. */
export function nextWordings(said: Said, hasPost: boolean, desk: Desk): string[] {
  const { clause, turned } = said;
  if (turned !== null && (!desk.links.has('turned') || !clause.startsWith('I '))) {
    desk.links.add('turned');
    return [`${turned.front}, ${turned.clause}`, clause];
  }
  if (!/^(?:I|my)\b/.test(clause)) return [clause];
  const ways = waysFor(said, hasPost, desk);
  const fresh = ways.filter(([name]) => !desk.links.has(name));
  const pool = fresh.length ? fresh : ways;
  const chosen = desk.choose(`link ${desk.links.size}`, pool.map(([name]) => name) as [string, ...string[]]);
  desk.links.add(chosen);
  return [pool.find(([name]) => name === chosen)?.[1] ?? clause, clause];
}
