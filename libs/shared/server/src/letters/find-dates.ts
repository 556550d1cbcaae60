import type { YearMonth } from './evidence.ts';
import { monthOf, monthSource } from './month-names.ts';

/** A year of a text, with its month when one is given. */
export interface DateMention extends YearMonth {
  at: number;
  text: string;
  /** What the words before say about it: the start of something, its end, or only that it was then. */
  sense: 'start' | 'end' | 'at';
}

const date = new RegExp(
  `(?<![\\p{L}\\p{N}_.,€£$/-])(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?(?:(?<name>${monthSource})\\.?\\s+(?:of\\s+)?|(?<number>0?[1-9]|1[0-2])[/.])?(?<year>1[5-9]\\d\\d|20[0-4]\\d)(?:-(?<iso>0[1-9]|1[0-2]))?(?![\\p{L}\\p{N}]|[.,]\\d|\\s?[%€£])`,
  'giu',
);
const startWords = /\b(?:since|from|start\w*|began|begun|join\w*|as of|opened|hired|between|registered)\b/gi;
const endWords = /\b(?:until|till|up to|left|leaving|finish\w*|complet\w*|graduat\w*|ended?)\b/gi;
const startRange = /^\s*(?:–|—|-|to\b|until\b|till\b|through\b)\s*(?:\S+\s){0,2}?(?:present|now|today|date|\S*\d{4})/i;
/** `2000 customers` is an amount; `2021 figures` is not worth telling apart. */
const amount =
  /^\s+(?!(?:and|as|by|the|when|where|with|with|was|is|has|this|across|plus|because|thus|its|class|loss|process|business|access)\b)\p{Ll}{3,}s\b/u;

const datedBefore = /\b(?:in|since|from|until|by|of|around|between|and|to|before|after|year|circa)\s+$/i;

const lastOf = (pattern: RegExp, text: string): number => Math.max(-1, ...[...text.matchAll(pattern)].map(({ index }) => index));

/** The nearest word before decides; a range tells by itself. */
function senseOf(before: string, after: string): DateMention['sense'] {
  if (startRange.test(after)) return 'start';
  const near = before.slice(-60).replace(/^.*[.;]/s, '');
  if (/[–—-]\s*$/.test(near) || /\b(?:between|from)\b.*\d{4}\s+(?:and|to)\s+(?:\p{L}+\s+)?$/iu.test(near)) return 'end';
  const [start, end] = [lastOf(startWords, near), lastOf(endWords, near)];
  return start < 0 && end < 0 ? 'at' : start > end ? 'start' : 'end';
}

/** Every date of a text that names a year: `2019`, `March 2019`, `03/2019`, `since 2019`. */
export function findDates(text: string): DateMention[] {
  return [...text.matchAll(date)].flatMap((match): DateMention[] => {
    const { name, number, year, iso } = match.groups ?? {};
    const after = text.slice(match.index + match[0].length);
    const isPlain = name === undefined && number === undefined && iso === undefined;
    // Long ago, only what stands like a date is one.
    if (isPlain && Number(year) < 1950 && !datedBefore.test(text.slice(0, match.index))) return [];
    if (isPlain && amount.test(after) && !/\b(?:in|since|from|until|of|during|by|the)\s+$/i.test(text.slice(0, match.index))) return [];
    const month = name ? monthOf(name) : Number(number ?? iso ?? 0) || null;
    return [{ year: Number(year), month, at: match.index, text: match[0], sense: senseOf(text.slice(0, match.index), after) }];
  });
}

const ago = /\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years ago\b/giu;
const smallNumbers = 'zero one two three four five six seven eight nine ten'.split(' ');

/** `last year`, `this year`, `three years ago`, as years. */
export function findRelativeYears(text: string, today: Date): DateMention[] {
  const year = today.getUTCFullYear();
  const found = [...text.matchAll(/\b(last|this) year\b(?!['’]s)/giu)].map((match): DateMention => ({
    year: /^last/i.test(match[0]) ? year - 1 : year,
    month: null,
    at: match.index,
    text: match[0],
    sense: 'at',
  }));
  for (const match of text.matchAll(ago)) {
    const count = smallNumbers.indexOf((match[1] ?? '').toLowerCase());
    found.push({ year: year - (count >= 0 ? count : Number(match[1])), month: null, at: match.index, text: match[0], sense: 'at' });
  }
  return found;
}
