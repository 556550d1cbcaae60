import type { Anchor } from '../anchor.ts';
import type { IndexedUnit } from '../index-evidence.ts';

const toldChanges: [RegExp, number][] = [
  [/\b(?:halv\w+|by half|in half)\b/i, 0.5],
  [/\b(?:doubl\w+|twice|two-?fold)\b/i, 2],
  [/\b(?:tripl\w+|trebl\w+|three-?fold)\b/i, 3],
];
const fell = /\b(?:fell|fall|cut|reduc\w*|drop\w*|lower\w*|decreas\w*|down|less|fewer|declin\w*)\b/i;

/** Halved as told, as `22 to 9` or as `fell 59%`. */
export function hasChange({ ranges }: Extract<Anchor, { kind: 'change' }>, unit: IndexedUnit): boolean {
  const told = toldChanges.flatMap(([pattern, ratio]) => (pattern.test(unit.unit.text) ? [ratio] : []));
  const ratios = unit.numbers.flatMap(({ number: { value, pair, unit: measure }, nearText }) => {
    if (pair?.place === 'from' && value !== 0) return [pair.value / value];
    if (measure.base !== '%' || pair !== null) return [];
    return fell.test(nearText) ? [1 - value / 100] : [1 + value / 100];
  });
  return [...told, ...ratios].some((ratio) => ranges.some(([from, to]) => ratio >= from && ratio <= to));
}
