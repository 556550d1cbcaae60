import { readUnit, noUnit, type Unit, unitSource } from './units.ts';

const small = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
);
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at): [string, number] => [word, (at + 2) * 10]),
);
const scales = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);
const scale = [...scales.keys()].join('|');
const unitOf = [...small.keys()].slice(1, 10).join('|');
const below = `(?:(?:${[...tens.keys()].join('|')})(?:[\\s-](?:${unitOf}))?|${[...small.keys()].join('|')})`;
/** `twenty-three`, `two hundred and forty`, `a thousand`; `three and two` are two numbers. */
const run = `(?:${below}|an?(?=\\s(?:${scale})\\b))(?:[\\s-](?:${scale})(?:(?:\\sand)?[\\s-]${below})?)*`;
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:(?<couple>a couple of|a pair of)|(?<half>half an?)(?=\\s(?:${scale}|hour|day|year|decade)s?\\b)|(?<decade>a decade|an? (?:century|fortnight)|two fortnights)|(?<vague>(?:${scale})s)(?=\\s+of\\b)|` +
    `(?<words>${run}))(?![\\p{L}\\p{N}])(?:[\\s-](?<after>${unitSource})(?![\\p{L}\\p{N}]))?`,
  'giu',
);

export interface WordNumber {
  /** In the base of its unit. */
  value: number;
  unit: Unit;
  at: number;
  end: number;
  text: string;
}

function valueOf(words: string): number {
  let total = 0;
  let current = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const factor = scales.get(word);
    if (factor !== undefined) {
      current = Math.max(1, current) * factor;
      if (factor >= 1000) {
        total += current;
        current = 0;
      }
    } else current += small.get(word) ?? tens.get(word) ?? 0;
  }
  return total + current;
}

/** Numbers written in words: `fourteen`, `twenty-three`, `two hundred and forty`, `a dozen`, `a couple of`, `half a million`, `a decade`. */
export function findWordNumbers(text: string): WordNumber[] {
  return [...text.matchAll(pattern)].flatMap((match): WordNumber[] => {
    const { couple, half, decade, vague, words, after } = match.groups ?? {};
    const place = { at: match.index, end: match.index + match[0].length, text: match[0] };
    if (couple !== undefined) return [{ ...place, value: 2, unit: noUnit }];
    if (decade !== undefined) return [readSpan(decade, place)];
    if (half !== undefined) return readHalf(text, match.index, half);
    if (vague !== undefined) return [{ ...place, value: scales.get(vague.toLowerCase().slice(0, -1)) ?? 0, unit: noUnit }];
    const value = valueOf(words ?? '');
    const unit = readUnit(after ?? '');
    // Alone, `one` is a pronoun or an article; `one day` is some day.
    if (
      value === 1 &&
      (unit === noUnit || (/day$/i.test(match[0]) && !/\b(?:in|within|than|just|only|under|after)\s+$/i.test(text.slice(0, match.index))))
    )
      return [];
    return value === 0 ? [] : [{ ...place, value: value * unit.factor, unit }];
  });
}

const readSpan = (text: string, place: Omit<WordNumber, 'value' | 'unit'>): WordNumber =>
  /fortnight/i.test(text)
    ? { ...place, value: 14 * 86_400, unit: readUnit('weeks') }
    : { ...place, value: /century/i.test(text) ? 1200 : 120, unit: readUnit('decade') };

const fractions: Record<string, number> = { third: 100 / 3, quarter: 25, fifth: 20, sixth: 100 / 6, tenth: 10 };
const fraction =
  /\b(?:(?<by>by (?:about |around |almost |nearly |more than |over |roughly |a good )?))?(?<count>an?|one|two|three|four)[ -](?<part>third|quarter|fifth|sixth|tenth)s?\b(?<of> (?:of|less|more|fewer|off|faster|cheaper)\b)?/giu;

/** `by a quarter`, `two thirds of`: shares as percentages. `seven a quarter` is no share. */
export function findFractions(text: string): WordNumber[] {
  return [...text.matchAll(fraction)].flatMap((match): WordNumber[] => {
    const { by, count = '', part = '', of } = match.groups ?? {};
    if (by === undefined && of === undefined) return [];
    const times = /^an?$/i.test(count) ? 1 : (small.get(count.toLowerCase()) ?? 1);
    const from = match.index + (by?.length ?? 0);
    const to = match.index + match[0].length - (of?.length ?? 0);
    // `a quarter of an hour` is a length of time.
    const hour = /^ (?:of )?an hour\b/i.exec(text.slice(to))?.[0];
    if (hour !== undefined) {
      const end = to + hour.length;
      return [
        { value: times * 36 * (fractions[part.toLowerCase()] ?? 0), unit: readUnit('minutes'), at: from, end, text: text.slice(from, end) },
      ];
    }
    const value = Math.round(times * (fractions[part.toLowerCase()] ?? 0) * 10) / 10;
    return [{ value, unit: readUnit('%'), at: from, end: to, text: text.slice(from, to) }];
  });
}

function readHalf(text: string, at: number, half: string): WordNumber[] {
  const next = /^\s(\p{L}+)/u.exec(text.slice(at + half.length))?.[1] ?? '';
  const end = at + half.length + 1 + next.length;
  const place = { at, end, text: text.slice(at, end) };
  const factor = scales.get(next.toLowerCase());
  if (factor !== undefined) return [{ ...place, value: factor / 2, unit: noUnit }];
  const unit = readUnit(next);
  return unit === noUnit ? [] : [{ ...place, value: unit.factor / 2, unit }];
}
