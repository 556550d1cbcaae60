import type { DateMention } from '../find-dates.ts';
import type { IndexedScope, IndexedUnit } from '../index-evidence.ts';
import type { YearMonth } from '../evidence.ts';
import { isFunctionWord } from '../vocabulary/generic-words.ts';
import { tokenize } from '../words.ts';

/** What a sentence says around a date. */
export interface DateContext {
  /** Between it and the date before it. */
  words: string[];
  tellsOfTenure: boolean;
}

const isSame = (claimed: DateMention, known: YearMonth): boolean =>
  claimed.year === known.year && (claimed.month === null || claimed.month === known.month);

/** A role's dates say when it was held, not when something in it was done. */
const tellsOfTenure =
  /\b(?:join(?:ed|ing)?|start(?:ed|ing)?|beg[au]n|bec[ao]me|work(?:ed|ing)?|was|were|am|been|left|leav(?:e|ing)|mov(?:ed|ing)|came|spen[dt]|hired|employed|served|trained|stud(?:ied|ying)|graduat\w*|complet(?:ed|ing)|finish(?:ed|ing)|obtained|gained|received|took|qualif(?:ied|ying)|learn(?:ed|t)|apprentice\w*|promoted|return(?:ed|ing)|until|since)\b/i;
const isOnlyHeading = ({ unit }: IndexedUnit, known: readonly YearMonth[]): boolean =>
  unit.text === unit.role?.heading || known.every(({ year }) => !unit.text.includes(String(year)));

/** A date is true when the unit has it, or when one role's or course's dates give it: as start, as end, or as either. */
export function supportsDate(claimed: DateMention, context: DateContext, unit: IndexedUnit, scope: IndexedScope): boolean {
  // `last year` may be quoted as it stands.
  if (/\p{L}{3} year|ago$/iu.test(claimed.text) && unit.text.toLowerCase().includes(claimed.text.toLowerCase())) return true;
  const known = unit.dates.filter((date) => isSame(claimed, date));
  // Over several entries a year goes with the words beside it.
  if (scope.id === 'studies') return known.length > 0 && context.words.some((word) => unit.words.includes(word));
  const { period } = scope;
  if (period === null) return known.length > 0;
  const isStart = isSame(claimed, period.start);
  const isEnd = period.end !== null && isSame(claimed, period.end);
  if (!isStart && !isEnd) return known.length > 0;
  if (claimed.sense === 'at' && scope.role !== null && !context.tellsOfTenure) return known.length > 0 && !isOnlyHeading(unit, known);
  if (claimed.sense === 'start') return isStart;
  return claimed.sense === 'end' ? isEnd : true;
}

export function readDateContext(sentence: string, at: number): DateContext {
  const between = sentence.slice(0, at).split(/\d{4}/).at(-1) ?? '';
  const words = tokenize(between).map(({ text }) => text.toLowerCase());
  return { words: words.filter((word) => !isFunctionWord(word)), tellsOfTenure: tellsOfTenure.test(sentence) };
}
