import type { EvidenceIndex, IndexedScope, IndexedUnit, KnownNumber } from '../index-evidence.ts';
import type { NumberMention } from '../numbers.ts';
import { yearsOf } from '../parse-period.ts';
import { stem } from '../stem.ts';
import { isCurrency } from '../units.ts';
import { areSynonyms } from '../vocabulary/synonyms.ts';
import { hasSense } from '../word-bag.ts';
import { isAboutAnother, type NumberContext, opposes } from './number-context.ts';

const near = (one: number, other: number, share: number): boolean => Math.abs(one - other) <= Math.abs(other) * share + 1e-9;

/** Whether a claimed amount is true of a known one: exactly, or as `over`, `nearly` and `about` allow. */
function valueFits(claimed: number, known: number, approx: NumberMention['approx']): boolean {
  if (near(claimed, known, 1e-6)) return true;
  // A third is 33%.
  if (!Number.isInteger(claimed) !== !Number.isInteger(known) && Math.trunc(claimed) === Math.trunc(known) && near(claimed, known, 0.015))
    return true;
  switch (approx) {
    case 'over':
      return known > claimed && claimed >= known * 0.75;
    case 'under':
      return known < claimed && known >= claimed * 0.85;
    case 'about':
      return near(claimed, known, 0.1);
    case 'exact':
      return false;
  }
}

function unitFits(claimed: NumberMention, known: NumberMention): boolean {
  if (claimed.unit.base === known.unit.base) return true;
  if (claimed.unit.base === '') return isCurrency(known.unit);
  // `four days on` of `four-on`: the time is left to be understood.
  return known.unit.base === '' && known.isCompound && (claimed.unit.base === 's' || claimed.unit.base === 'month');
}

const valuesOf = ({ value, also, unit }: NumberMention, known: NumberMention): number[] => {
  // A time named only beside a bare number is compared as it is written.
  const plain = known.unit.base === '' && unit.base !== '' ? value / unit.factor : value;
  return also === null ? [plain] : [plain, also];
};

const nights = new Set(['night', 'even'].map(stem));
const rateFits = (claimed: string | null, known: string | null, unit: IndexedUnit): boolean => {
  if (claimed === null) return true;
  if (known === null) return unit.own.stems.has(claimed);
  return claimed === known || (nights.has(claimed) && nights.has(known));
};

const general = new Set(['people', 'person', 'staff', 'employee', 'colleague', 'member', 'team', 'crew', 'workforce', 'strong'].map(stem));

/** `24 nurses` is not in `a 24-bed ward with 7 nurses`: what is counted must be the same; `people` may be any. */
function countedFits(claimed: NumberMention, known: NumberMention, unit: IndexedUnit): boolean {
  if (claimed.unit.base !== '' || claimed.counted.length === 0) return true;
  const overlaps = (one: string[], other: string[]): boolean => one.some((word) => other.some((also) => areSynonyms(word, also)));
  if (overlaps(claimed.counted, known.counted)) return true;
  const isGeneral = (counted: string[]): boolean => counted.some((word) => general.has(word));
  if (claimed.countsPeople && known.countsPeople && (isGeneral(claimed.counted) || isGeneral(known.counted))) return true;
  if (claimed.isAnaphoric && known.counted.length === 0) return true;
  if (isGeneral(claimed.counted) && known.counted.length === 0 && /\b(?:team|staff|crew|people)\b/i.test(unit.text)) return true;
  const isCountedElsewhere = unit.numbers.some(
    ({ number }) => number !== known && number.value !== known.value && overlaps(claimed.counted, number.counted),
  );
  if (isCountedElsewhere) return false;
  const head = claimed.counted.filter((word) => word.length > 2);
  return known.counted.length === 0 ? head.some((word) => hasSense(unit.bag, word)) : head.some((word) => unit.own.stems.has(word));
}

function labelFits(claimed: NumberMention, known: NumberMention): boolean {
  if (claimed.label === known.label) return true;
  // The word before may be a name that happens to stand there: then it counts as any number does.
  return known.label === null && claimed.label !== null && claimed.counted.length > 0;
}

function orderFits(claimed: NumberMention, known: NumberMention): boolean {
  if (claimed.pair === null || known.pair === null) return true;
  const isSamePair = near(claimed.pair.value, known.pair.value, 1e-6);
  return !isSamePair || claimed.pair.place === known.pair.place;
}

const inWords: [RegExp, number][] = [
  [/\b(?:halv\w+|by half|in half)\b/i, 50],
  [/\b(?:doubl\w+|two-?fold)\b/i, 100],
  [/\b(?:tripl\w+|trebl\w+)\b/i, 200],
];

/** `by 77%` of `from 840 to 190`, `by 13` of `from 22 to 9`. */
function isDerived(claimed: NumberMention, unit: IndexedUnit): boolean {
  if (claimed.unit.base === '%' && inWords.some(([pattern, percent]) => percent === claimed.value && pattern.test(unit.unit.text)))
    return true;
  return unit.numbers.some(({ number: { value, pair, unit: measure } }) => {
    if (pair?.place !== 'from' || value === 0) return false;
    const change = Math.abs(pair.value - value);
    if (claimed.unit.base === '%') {
      const percent = measure.base === '%' ? change : (change / value) * 100;
      return (
        claimed.value === Math.round(percent) || claimed.value === Math.floor(percent) || valueFits(claimed.value, percent, claimed.approx)
      );
    }
    return (
      claimed.unit.base === measure.base && measure.base !== '%' && change > 0 && near(claimed.value, change, 1e-6) && claimed.pair === null
    );
  });
}

const isMonths = ({ unit }: NumberMention): boolean => unit.base === 'month';

/** Lengths that the dates of one role, one course or the whole career give, in months. */
function lengthsOf(scope: IndexedScope, { evidence }: EvidenceIndex): number[] {
  const months = (period: { start: { year: number; month: number | null }; end: { year: number; month: number | null } | null }): number =>
    yearsOf(period, evidence.today) * 12;
  if (scope.period) return [months(scope.period)];
  if (scope.id !== 'career' && scope.id !== 'profile' && scope.id !== 'person') return [];
  const periods = evidence.roles.flatMap(({ period }) => (period ? [period] : []));
  if (periods.length === 0) return [];
  // In one trade since a certain role, or in all.
  return [...periods.map(({ start }) => months({ start, end: null })), periods.reduce((sum, period) => sum + months(period), 0)];
}

/** `seven years at …` may be worked out from dates; months that are not known leave half a year open. */
export function isDerivedTime(claimed: NumberMention, scope: IndexedScope, index: EvidenceIndex): boolean {
  if (!isMonths(claimed) || scope.side !== 'person' || claimed.value < 1) return false;
  return lengthsOf(scope, index).some((length) => {
    const isYears = claimed.unit.factor >= 12;
    const step = isYears ? 12 : 1;
    const [low, high] = [Math.floor(length / step + 1e-6), Math.ceil(length / step - 1e-6)];
    const count = claimed.value / step;
    if (claimed.approx === 'over') return count <= length / step && count >= low - 1;
    if (claimed.approx === 'under') return count >= length / step && count <= high;
    return count === low || count === Math.round(length / step) || (claimed.approx === 'about' && Math.abs(count - length / step) <= 1);
  });
}

const fits = (claimed: NumberMention, { number: known }: KnownNumber, unit: IndexedUnit): boolean =>
  unitFits(claimed, known) &&
  valuesOf(claimed, known).some((value) =>
    [known.value, ...(known.also === null ? [] : [known.also])].some((other) => valueFits(value, other, approxOf(claimed, known))),
  ) &&
  labelFits(claimed, known) &&
  rateFits(claimed.rate, known.rate, unit) &&
  countedFits(claimed, known, unit) &&
  orderFits(claimed, known);

/** `80+` and `over 80` of the evidence back `more than 80`; they do not widen it. */
const approxOf = (claimed: NumberMention, known: NumberMention): NumberMention['approx'] =>
  known.approx === 'over' && claimed.approx === 'over' ? 'about' : claimed.approx;

/** Whether a unit has the number, of the same thing, in the same unit, order and direction. */
export function supportsNumber(
  claimed: NumberMention,
  context: NumberContext,
  unit: IndexedUnit,
  scope: IndexedScope,
  index: EvidenceIndex,
): boolean {
  const known = unit.numbers.filter((candidate) => fits(claimed, candidate, unit));
  const isRight = known.some(
    (candidate) => !opposes(context.direction, candidate.direction) && !isAboutAnother(context, candidate, unit, scope, index),
  );
  if (isRight) return true;
  return (
    known.length === 0 &&
    isDerived(claimed, unit) &&
    !opposes(context.direction, unit.direction) &&
    !isAboutAnother(context, null, unit, scope, index)
  );
}
