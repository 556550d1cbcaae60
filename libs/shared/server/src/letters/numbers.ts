import { findDates } from './find-dates.ts';
import { namesOccupation } from './resume/title-words.ts';
import { isFunctionWord, isGeneric } from './vocabulary/generic-words.ts';
import { currencySource, noUnit, readUnit, type Unit, unitSource } from './units.ts';
import { stem } from './stem.ts';
import { findFractions, findWordNumbers } from './word-numbers.ts';
import { tokenize } from './words.ts';

/** A number as a value in the base of its unit: `3.2 M` is 3200000, `€48k` is 48000 of EUR, `840 ms` is 0.84 of s, `a dozen` is 12. */
export interface NumberMention {
  value: number;
  /** Another reading of the same digits: `1.200` is 1.2 or 1200, `3m` is three million or three metres. */
  also: number | null;
  unit: Unit;
  at: number;
  end: number;
  text: string;
  /** Stems of the words that name what is counted. */
  counted: string[];
  /** Whether these are people, by the names of their trades. */
  countsPeople: boolean;
  /** Whether it counts some of those counted before: `two of whom`. */
  isAnaphoric: boolean;
  /** Whether it is part of a compound: `four-on`, `24-bed`. */
  isCompound: boolean;
  /** Stem of the word that the number only labels: `Band 6`, `Kubernetes 1.27`. */
  label: string | null;
  /** How exact it claims to be. */
  approx: 'exact' | 'over' | 'under' | 'about';
  /** Stem of the time it is counted by: `3 a day`, `events/day`. */
  rate: string | null;
  /** The other end of `from 70 to 88` or `41 → 15`. */
  pair: { value: number; place: 'from' | 'to' } | null;
}

type Raw = Pick<NumberMention, 'value' | 'also' | 'unit' | 'at' | 'end' | 'text'>;

const scales: Record<string, number> = { k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, mio: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };
const digits = new RegExp(
  `(?<![\\p{L}\\p{N}_.:/])(?:(?<currency>${currencySource})\\s?)?(?<number>\\d{1,3}(?:[,\\u00a0\\u202f’']\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?!\\d|[.,:/]\\d)` +
    `(?:\\s?(?<scale>k|m|mn|mio|bn|thousand|million|billion)(?:illion)?(?![\\p{L}\\p{N}²]))?\\+?(?:[\\s-]?(?<after>${unitSource})(?![\\p{L}\\p{N}]))?`,
  'giu',
);
const labelWord =
  /^(?:band|level|grade|year|class|stage|part|phase|category|cat|edition|version|tier|module|form|step|iso|bs|en|ks|no|nr|unit|room|ward|zone)$/i;
const lowerLabel = /^(?:band|level|grade|stage|category|version|tier|phase)$/i;
const over = /\b(?:more than|over|above|upwards of|in excess of|at least|well over|exceeding)\s+(?:a\s+)?$/i;
const under = /\b(?:nearly|almost|close to|just under|up to|less than|fewer than|under|below|not quite|no more than|within)\s+$/i;
const about = /\b(?:about|around|roughly|some|approximately|approx\.?|circa|ca\.?|or so)\s+$|[~≈]\s?$/i;
const perTime =
  /^[\s-]*(?:(?!(?:that|which|who|and|or|but|for|in|at|on|with|to)\s)[\p{L}'’-]+\s+){0,4}?(?:(?:per|an?|each|every|any|on any given|in an?)\s+(?:single\s+|working\s+|other\s+|second\s+|third\s+)?|[\p{L}\p{N}-]*\s?\/\s?)(second(?!\s+\p{L})|minute|hour|day|night|evening|morning|shift|week|weekend|sunday|monday|tuesday|wednesday|thursday|friday|saturday|month|quarter|term|season|summer|winter|year|annum|yr)\b/iu;
const adverbTime =
  /^[\s-]*(?:[\p{L}\p{N}'’-]+\s+){0,3}?(hourly|daily|weekly|monthly|quarterly|yearly|annually|nightly)(?=\s*(?:[.,;)]|and\b|$))/iu;
const arrow =
  /^\s*(?:\([^)]*\)\s*)?(?:→|->|⟶|=>|–|—|-|to|down to|up to|and)\s+(?:only\s+|just\s+|about\s+|around\s+)?(?:[€£$]\s?)?$|^\s*(?:→|->|–|-)\s*(?:[€£$]\s?)?$|^,?\s+(?:and\s+|then\s+|now\s+)*(?:cut|reduced|brought|shortened|lowered|raised|grown|down|up|increased)(?:\s+(?:down|up))?\s+to\s+$/iu;

function readDigits(text: string): Raw[] {
  return [...text.matchAll(digits)].flatMap((match): Raw[] => {
    const { currency, number = '', scale, after } = match.groups ?? {};
    const end = match.index + match[0].length;
    // `2nd`, `3D`, `3a` are names, not amounts.
    if (/^\p{L}/u.test(text.slice(end))) return [];
    const plain = Number(number.replace(/[,\u00a0\u202f’']/gu, ''));
    const unit = readUnit(currency ?? after ?? '');
    const factor = (scale ? (scales[scale.toLowerCase()] ?? 1) : 1) * unit.factor;
    const isThousands = /^\d{1,3}\.\d{3}$/.test(number);
    const isMetres = scale === 'm' && currency === undefined;
    const also = isThousands ? plain * 1000 * factor : isMetres ? plain : null;
    return [{ value: round(plain * factor), also, unit, at: match.index, end, text: match[0].trim() }];
  });
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

const peopleWord =
  /^(?:people|persons?|staff|employees?|colleagues?|members?|team|teams|crew|workforce|strong|men|women|volunteers?|pupils|students|children|patients|guests)$/i;

function countedAfter(text: string, end: number): { stems: string[]; isPeople: boolean } {
  const clause = /^[\s+-]*[^,.;:()–—→!?/]*/u.exec(text.slice(end))?.[0] ?? '';
  const stems: string[] = [];
  let isPeople = false;
  for (const { text: word } of tokenize(clause).slice(0, 4)) {
    if (!/^\p{L}/u.test(word) || (isFunctionWord(word) && word !== 'people')) break;
    stems.push(...word.split('-').map(stem));
    isPeople ||= peopleWord.test(word) || namesOccupation(word);
  }
  return { stems, isPeople };
}

/** `a team of 18`, `a class of thirty` */
function countedBefore(text: string, at: number): string[] {
  const found = /\b(team|crew|staff|squad|group|class|ward|fleet|unit)\s+of\s+(?:about\s+|over\s+|up to\s+)?$/i.exec(text.slice(0, at));
  return found?.[1] ? [stem(found[1])] : [];
}

function labelBefore(text: string, at: number): string | null {
  const found = /([\p{L}][\p{L}\p{N}+#.]*)[\s-]$/u.exec(text.slice(0, at));
  const word = found?.[1];
  if (word === undefined) return null;
  const isFirst = found?.index === 0;
  const isName = /^\p{Lu}/u.test(word) && !isFirst && !isGeneric(word);
  return (labelWord.test(word) && (/^\p{Lu}/u.test(word) || lowerLabel.test(word))) || isName || /^\p{Lu}{2,}$/u.test(word)
    ? stem(word)
    : null;
}

const rateAfter = (text: string, end: number): string | null => {
  const rest = text.slice(end, end + 60).split(/[,;:()]|\.\s/)[0] ?? '';
  const found = perTime.exec(rest)?.[1] ?? adverbTime.exec(rest)?.[1];
  return found === undefined ? null : stem(found);
};

function approxBefore(text: string, { at, end }: Raw): NumberMention['approx'] {
  const before = text.slice(Math.max(0, at - 24), at);
  if (over.test(before) || /^\s?\+/.test(text.slice(end)) || text.slice(at, end).includes('+')) return 'over';
  if (under.test(before)) return 'under';
  return about.test(before) ? 'about' : 'exact';
}

function lendUnit(from: NumberMention, to: NumberMention): void {
  if (from.unit.base === '' || to.unit.base !== '') return;
  to.unit = from.unit;
  to.value = round(to.value * from.unit.factor);
}

/** Joins `from A to B`, `A → B`, `between A and B`, and lends each the other's unit and rate. */
function joinPairs(text: string, numbers: NumberMention[]): void {
  for (const [index, first] of numbers.entries()) {
    const second = numbers[index + 1];
    if (!second) continue;
    const between = text
      .slice(first.end, second.at)
      .replace(
        new RegExp(`^\\s*(?:${first.counted.length ? '[\\p{L}\\s-]{0,40}?' : ''})(?=\\s*(?:→|->|–|to\\b|down to\\b|up to\\b|and\\b))`, 'u'),
        '',
      );
    if (!arrow.test(between)) continue;
    if (/\band\s/.test(between) && !/\bbetween\s+\S*$/i.test(text.slice(0, first.at))) continue;
    const sameUnit = first.unit.base === '' || second.unit.base === '' || first.unit.base === second.unit.base;
    if (!sameUnit) continue;
    lendUnit(first, second);
    lendUnit(second, first);
    first.rate ??= second.rate;
    if (first.counted.length === 0) first.counted = second.counted;
    else if (second.counted.length === 0) second.counted = first.counted;
    first.pair = { value: second.value, place: 'from' };
    second.pair = { value: first.value, place: 'to' };
  }
}

/** `4 days, down from 9`: the second is where it began. */
function joinReversed(text: string, numbers: NumberMention[]): void {
  for (const [index, first] of numbers.entries()) {
    const second = numbers[index + 1];
    if (
      !second ||
      first.pair ||
      second.pair ||
      !/^[^;.!?]{0,60}\b(?:down|up|compared (?:with|to)|instead of)(?: from)?\s+$/i.test(text.slice(first.end, second.at))
    )
      continue;
    if (first.unit.base !== '' && second.unit.base !== '' && first.unit.base !== second.unit.base) continue;
    lendUnit(first, second);
    lendUnit(second, first);
    second.rate ??= first.rate;
    if (second.counted.length === 0) second.counted = first.counted;
    first.pair = { value: second.value, place: 'to' };
    second.pair = { value: first.value, place: 'from' };
  }
}

/** `at four in the morning` says when, not how much. */
const timeOfDay = /^\s?(?:a\.?m\.?|p\.?m\.?|o['’]clock|in the (?:morning|afternoon|evening)|at night)(?![\p{L}])/iu;

/** Every number of a text, in digits and in words, dates left out. `one` is left out too: it rarely counts anything. */
export function findNumbers(text: string): NumberMention[] {
  // `over-75s` are people over 75, not seconds.
  const aged = text.replace(/\b(over|under)-(\d{1,3})s\b/gi, '$1 $2 ');
  const bare = findDates(text).reduce(
    (rest, { at, text: date }) => rest.slice(0, at) + ' '.repeat(date.length) + rest.slice(at + date.length),
    aged,
  );
  const shares = findFractions(bare);
  const inShare = (at: number): boolean => shares.some((share) => at >= share.at && at < share.end);
  const words = [...shares, ...findWordNumbers(bare).filter(({ at }) => !inShare(at))].map((found): Raw => ({ also: null, ...found }));
  const raw = [...readDigits(bare), ...words].sort((a, b) => a.at - b.at);
  const numbers: NumberMention[] = [];
  for (const number of raw) {
    if (timeOfDay.test(bare.slice(number.end))) continue;
    const before = countedBefore(bare, number.at);
    const after = countedAfter(bare, number.end);
    // `29 pupils, two of them …`: pupils again.
    const again = /^\s+of\s+(?:them|whom|which|these|those|us)\b/i.test(bare.slice(number.end)) ? numbers.at(-1) : undefined;
    numbers.push({
      ...number,
      counted: again?.counted ?? [...before, ...after.stems],
      isCompound: bare[number.end] === '-',
      isAnaphoric: again !== undefined,
      countsPeople: again?.countsPeople ?? (before.length > 0 || after.isPeople),
      label: number.unit === noUnit ? labelBefore(bare, number.at) : null,
      approx: approxBefore(bare, number),
      rate: rateAfter(bare, number.end),
      pair: null,
    });
  }
  joinPairs(bare, numbers);
  joinReversed(bare, numbers);
  return numbers;
}
