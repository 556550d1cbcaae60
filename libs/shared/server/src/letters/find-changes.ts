import type { Anchor } from './anchor.ts';

type Change = Pick<Extract<Anchor, { kind: 'change' }>, 'kind' | 'ranges' | 'text' | 'at'>;

const fractions: Record<string, number> = { half: 0.5, third: 1 / 3, quarter: 0.25, fifth: 0.2, sixth: 1 / 6, tenth: 0.1 };
const counts: Record<string, number> = { a: 1, one: 1, two: 2, three: 3, four: 4 };
const multiples: [RegExp, number][] = [
  [/\b(?:doubl(?:ed?|ing)|two-?fold|twice (?:as|the))\b/giu, 2],
  [/\b(?:tripl(?:ed?|ing)|trebl(?:ed?|ing)|three-?fold)\b/giu, 3],
  [/\b(?:quadrupl(?:ed?|ing)|four-?fold)\b/giu, 4],
  [/\b(?:halv(?:ed?|ing)|by half|in half)\b/giu, 0.5],
];
const byFraction =
  /\bby (?:about |around |almost |nearly |more than |over |roughly )?(a|one|two|three|four) (third|quarter|fifth|sixth|tenth)s?\b/giu;
const comparedToHalf = /\b(less|more|fewer) than half (?:of )?(?:what|the|its|their|as)\b/giu;

/** `more than doubled` is 2 to 3.8 times, `almost halved` 0.5 to 0.6: how exact the words before leave it. */
function rangeOf(ratio: number, before: string): [number, number] {
  const isMore = /\b(?:more than|over|well over)\s+$/i.test(before);
  const isLess = /\b(?:almost|nearly|close to|just under)\s+$/i.test(before);
  if (ratio < 1) return isMore ? [0.2, ratio] : isLess ? [ratio, ratio * 1.2] : [ratio * 0.92, ratio * 1.05];
  return isMore ? [ratio, ratio * 1.9] : isLess ? [ratio * 0.85, ratio] : [ratio * 0.96, ratio * 1.15];
}

/** Changes told without their numbers, with what the new value may be of the old. */
export function findChanges(sentence: string): Change[] {
  const found: Change[] = [];
  const add = (match: RegExpExecArray, ...ranges: [number, number][]): void => {
    found.push({ kind: 'change', ranges, text: match[0], at: match.index });
  };
  for (const [pattern, ratio] of multiples)
    for (const match of sentence.matchAll(pattern)) add(match, rangeOf(ratio, sentence.slice(0, match.index)));
  for (const match of sentence.matchAll(byFraction)) {
    const part = (counts[(match[1] ?? '').toLowerCase()] ?? 1) * (fractions[(match[2] ?? '').toLowerCase()] ?? 0);
    add(match, [1 - part - 0.04, 1 - part + 0.04], [1 + part - 0.04, 1 + part + 0.04]);
  }
  for (const match of sentence.matchAll(comparedToHalf)) add(match, /more/i.test(match[1] ?? '') ? [0.5, 1] : [0.2, 0.5]);
  return found;
}
