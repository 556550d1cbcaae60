import type { Period, YearMonth } from './evidence.ts';
import { monthOf, monthSource } from './month-names.ts';

const season = 'spring|summer|autumn|fall|winter|early|mid|late|frühjahr|sommer|herbst|été|hiver';
/** One date. `Y` is the year, `M` a month's name, `N` or `I` its number; `X` stands for the end of the group's name. */
const date =
  `(?:(?:(?:\\d{1,2}[./])?(?<NX>0?[1-9]|1[0-2])[./-]|(?<MX>${monthSource})\\.?,?\\s*(?:de\\s+|of\\s+)?|(?:${season})\\s+(?:of\\s+)?)?(?<YX>(?:19[4-9]|20[0-4])\\d)` +
  `(?:[-/](?<IX>0[1-9]|1[0-2])(?![\\d]))?)`;
const short = `(?:(?<NX>0?[1-9]|1[0-2])[./](?<YX>\\d\\d)|(?<MX>${monthSource})\\.?\\s*['’]?(?<YX2>\\d\\d)|['’](?<YX3>\\d\\d))(?!\\d)`;
const named = (source: string, suffix: string): string => source.replace(/\?<([MNYI])X(\d?)>/g, `?<$1${suffix}$2>`);
const between = String.raw`\s*(?:\)?\s*[–—‒−-]{1,2}\s*|\s(?:to|until|till|thru|through|bis|à|a|al|jusqu'à|hasta|fino a|até|tot|do)\s+)`;
const open =
  "(?:till\\s+)?(?:the\\s+)?(?:present|now|current(?:ly)?|today|ongoing|to\\s*date|date|heute|jetzt|aktuell|laufend|dato|aujourd['’]hui|présent|actualidad|actualmente|presente|oggi|atual(?:mente)?|heden|nu|obecnie|teraz)(?![\\p{L}])";
const edge = '(?<![\\p{L}\\p{N}])';

/** Tried in order; the first that fits is the period. */
const patterns: RegExp[] = [
  `${edge}${named(date, 'a')}${between}(?:${named(date, 'b')}|(?<open>${open}))`,
  `${edge}${named(date, 'a')}[–—/-](?<tail>['’]?\\d\\d)(?![\\d])`,
  `${edge}(?<Ma>${monthSource})\\.?\\s*[–—-]\\s*(?<Mb>${monthSource})\\.?\\s+(?<Ya>(?<Yb>20\\d\\d))`,
  `${edge}${named(short, 'a')}${between}(?:${named(short, 'b')}|(?<open>${open}))`,
  `${edge}(?:since|seit|ab|depuis|desde|dal|dal\\s|od|sinds|från|from)\\s+${named(date, 'a')}(?!${between}\\S)(?<open>)`,
  `${edge}${named(date, 'a')}\\s*[–—-]\\s*(?<open>)(?=$|[)|,;]|\\s{2,}|\\s\\|)`,
  `${edge}(?:until|bis|jusqu'en|hasta|fino al|tot)\\s+${named(date, 'b')}`,
].map((source) => new RegExp(source, 'iu'));
/** A single date is a period where a heading puts one: at its start, at its end or in brackets. */
const single = new RegExp(
  `^${named(date, 'a')}(?=\\s*[:|,–—-]|\\s{2,}|\\s+\\p{Lu}|\\s*$)|[(|,–—·-]\\s*${named(date, 'b')}\\s*\\)?\\s*$`,
  'iu',
);

type Groups = Record<string, string | undefined>;

const century = (year: string): number => (year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900));

function read(groups: Groups, suffix: string): YearMonth | null {
  const year = groups[`Y${suffix}`] ?? groups[`Y${suffix}2`] ?? groups[`Y${suffix}3`];
  if (year === undefined) return null;
  const name = groups[`M${suffix}`];
  const number = groups[`N${suffix}`] ?? groups[`I${suffix}`];
  return { year: century(year), month: name ? monthOf(name) : number ? Number(number) : null };
}

function readEnd(groups: Groups, start: YearMonth | null): YearMonth | null {
  const tail = groups['tail'];
  if (tail === undefined || start === null) return read(groups, 'b');
  const year = Math.floor(start.year / 100) * 100 + Number(tail.replace(/['’]/, ''));
  return { year: year < start.year ? year + 100 : year, month: null };
}

/** Reads `03/2019 – present`, `Sept 2015–Feb 2019`, `2012-15`, `seit 2019`, `03/19 – 05/21`; `text` is the part that matched. */
export function findPeriod(line: string): { period: Period; text: string } | null {
  for (const pattern of patterns) {
    const match = pattern.exec(line);
    if (!match) continue;
    const groups: Groups = match.groups ?? {};
    const start = read(groups, 'a');
    const end = groups['open'] === undefined ? readEnd(groups, start) : null;
    const from = start ?? end;
    // `12/2019 – 40` and the like are no period.
    if (from === null || (end !== null && end.year < from.year)) continue;
    return { period: { start: from, end }, text: match[0] };
  }
  return null;
}

/** The same, and a single date where a heading would put it. */
export function findHeadingPeriod(line: string): { period: Period; text: string } | null {
  const range = findPeriod(line);
  if (range) return range;
  const match = single.exec(line);
  const groups: Groups = match?.groups ?? {};
  const only = read(groups, 'a') ?? read(groups, 'b');
  return match && only ? { period: { start: only, end: only }, text: match[0] } : null;
}

/** Length in years, as a fraction. Months that are not given count as the middle of the year. */
export function yearsOf(period: Period, today: Date): number {
  const at = (when: YearMonth): number => when.year + ((when.month ?? 6.5) - 1) / 12;
  const now = today.getUTCFullYear() + today.getUTCMonth() / 12;
  return Math.max(0, (period.end ? at(period.end) + (period.end.month ? 1 / 12 : 0) : now) - at(period.start));
}
