import { contentStems, stemSet, tokenize } from './words.ts';

/** A number as a value: `3.2 M` is 3200000, `€48k` is 48000 of `€`, `63%` is 63 of `%`. */
export interface NumberMention {
  value: number;
  unit: '' | '%' | '€' | '£' | '$';
  at: number;
  text: string;
  /** Stems of the next one or two words when they can be what is counted. */
  counted: string[];
}

const scales: Record<string, number> = { k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };
const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const digits =
  /(?<![\p{L}\p{N}_.])(?<currency>[€£$])?\s?(?<number>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(?<scale>k|m|mn|bn|thousand|million|billion)(?![\p{L}\p{N}]))?(?:\s?(?<after>%|percent\b|per cent\b|€|£|euros?\b|pounds?\b|dollars?\b))?/giu;
const wordNumber = new RegExp(
  `\\b(?:(?<tens>${tens.join('|')})(?:[- ](?<rest>${small.slice(1, 10).join('|')}))?|(?<small>${small.slice(2).join('|')})|(?<dozen>a dozen))(?:[- ](?<scale>hundred|thousand|million|billion))?\\b(?:\\s(?<after>percent|per cent))?`,
  'giu',
);

function unitOf(currency: string | undefined, after: string | undefined): NumberMention['unit'] {
  const sign = (currency ?? after ?? '').toLowerCase();
  if (sign === '%' || sign.startsWith('per')) return '%';
  if (sign === '€' || sign.startsWith('euro')) return '€';
  if (sign === '£' || sign.startsWith('pound')) return '£';
  if (sign === '$' || sign.startsWith('dollar')) return '$';
  return '';
}

function countedAfter(text: string, end: number): string[] {
  const clause = /^[\s+]*[^,.;:()–—→!?]*/u.exec(text.slice(end))?.[0] ?? '';
  const next = tokenize(clause.replace(/^\s*[+/]?/, '')).slice(0, 2);
  const first = next[0];
  if (!first || !/^\p{L}/u.test(first.text)) return [];
  const stems = contentStems(next.map((token) => token.text).join(' '));
  return contentStems(first.text).length || /^(?:years?|people|weeks?|days?|months?)$/i.test(first.text)
    ? stems.length
      ? stems
      : [...stemSet(first.text)]
    : [];
}

function wordValue(groups: Record<string, string | undefined>): number {
  const base = groups['tens']
    ? (tens.indexOf(groups['tens'].toLowerCase()) + 2) * 10 + (groups['rest'] ? small.indexOf(groups['rest'].toLowerCase()) : 0)
    : groups['dozen']
      ? 12
      : small.indexOf((groups['small'] ?? '').toLowerCase());
  const scale = groups['scale']?.toLowerCase();
  return base * (scale === 'hundred' ? 100 : scale ? (scales[scale] ?? 1) : 1);
}

/** Every number of a text, in digits and in words. `one` is left out: it rarely counts anything. */
export function findNumbers(text: string): NumberMention[] {
  const found: NumberMention[] = [];
  for (const match of text.matchAll(digits)) {
    const groups = match.groups ?? {};
    const scale = groups['scale'] ? (scales[groups['scale'].toLowerCase()] ?? 1) : 1;
    const value = Number((groups['number'] ?? '').replace(/[,\u00a0\u202f]/gu, '')) * scale;
    const end = match.index + match[0].length;
    // `2nd`, `3D`, `12V` are names, not amounts.
    if (/^\p{L}/u.test(text.slice(end)) && !/^(?:ms|s|min|h|kg|km|m|g|kw|v|mw)\b/iu.test(text.slice(end))) continue;
    found.push({
      value: Math.round(value * 1e6) / 1e6,
      unit: unitOf(groups['currency'], groups['after']),
      at: match.index,
      text: match[0].trim(),
      counted: countedAfter(text, end),
    });
  }
  for (const match of text.matchAll(wordNumber)) {
    const value = wordValue(match.groups ?? {});
    const end = match.index + match[0].length;
    found.push({
      value,
      unit: unitOf(undefined, match.groups?.['after']),
      at: match.index,
      text: match[0],
      counted: countedAfter(text, end),
    });
  }
  return found.sort((a, b) => a.at - b.at);
}
