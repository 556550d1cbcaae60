import type { Anchor } from './anchor.ts';

type Change = Pick<Extract<Anchor, { kind: 'change' }>, 'kind' | 'ranges' | 'text' | 'at'>;

const multiples: [RegExp, number][] = [
  [/\b(?:doubl(?:ed?|ing)|two-?fold|twice (?:as|the))\b/giu, 2],
  [/\b(?:tripl(?:ed?|ing)|trebl(?:ed?|ing)|three-?fold)\b/giu, 3],
  [/\b(?:quadrupl(?:ed?|ing)|four-?fold)\b/giu, 4],
  [/\b(?:halv(?:ed?|ing)|by half|in half)\b/giu, 0.5],
];
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
  for (const match of sentence.matchAll(comparedToHalf)) add(match, /more/i.test(match[1] ?? '') ? [0.5, 1] : [0.2, 0.5]);
  return found;
}
