import type { DateMention } from '../find-dates.ts';
import type { IndexedScope, IndexedUnit } from '../index-evidence.ts';
import type { YearMonth } from '../evidence.ts';
import { isFunctionWord } from '../vocabulary/generic-words.ts';
import { tokenize } from '../words.ts';

const isSame = (claimed: DateMention, known: YearMonth): boolean =>
  claimed.year === known.year && (claimed.month === null || claimed.month === known.month);

/** A date is true when the unit has it, or when one role's or course's dates give it: as start, as end, or as either. */
export function supportsDate(claimed: DateMention, context: string, unit: IndexedUnit, scope: IndexedScope): boolean {
  const known = unit.dates.filter((date) => isSame(claimed, date));
  // Over several entries a year goes with the words beside it.
  if (scope.id === 'studies')
    return (
      known.length > 0 &&
      tokenize(context).some(
        ({ text }) =>
          !isFunctionWord(text) &&
          !/^\d{4}$/.test(text) &&
          tokenize(unit.text).some((own) => own.text.toLowerCase() === text.toLowerCase()),
      )
    );
  const { period } = scope;
  if (period === null) return known.length > 0;
  const isStart = isSame(claimed, period.start);
  const isEnd = period.end !== null && isSame(claimed, period.end);
  if (!isStart && !isEnd) return known.length > 0;
  if (claimed.sense === 'start') return isStart;
  return claimed.sense === 'end' ? isEnd : true;
}

/** The words between a date and the one before it. */
export function dateContext(sentence: string, at: number): string {
  const before = sentence.slice(0, at);
  return before.slice(Math.max(0, before.search(/\d{4}(?!.*\d{4}).*$/s)) || 0).replace(/^\d{4}/, '');
}
