import type { Period, YearMonth } from './evidence.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const date = String.raw`(?:(?:(?<M>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+|(?<N>0?[1-9]|1[0-2])[/.])?(?<Y>(?:19|20)\d{2})(?:-(?<I>0[1-9]|1[0-2])(?!\d))?)`;
const named = (suffix: string): string => date.replace(/\?<([MNYI])>/g, `?<$1${suffix}>`);
const range = new RegExp(
  `${named('a')}\\s*(?:–|—|-|to|until|bis)\\s*(?:${named('b')}|(?<open>present|now|current|today|ongoing|date))`,
  'iu',
);
const since = new RegExp(`\\bsince\\s+${named('a')}`, 'iu');

function read(groups: Record<string, string | undefined>, suffix: string): YearMonth | null {
  const year = groups[`Y${suffix}`];
  if (!year) return null;
  const name = groups[`M${suffix}`]?.slice(0, 3).toLowerCase();
  const number = groups[`N${suffix}`] ?? groups[`I${suffix}`];
  return { year: Number(year), month: name ? months.indexOf(name) + 1 : number ? Number(number) : null };
}

/** Reads `03/2019 – present`, `Jan 2018 - Mar 2020`, `2012–2015` or `since 2019`; `text` is the part that matched. */
export function findPeriod(line: string): { period: Period; text: string } | null {
  const match = range.exec(line) ?? since.exec(line);
  const start = match?.groups && read(match.groups, 'a');
  if (!match?.groups || !start) return null;
  return { period: { start, end: read(match.groups, 'b') }, text: match[0] };
}

/** Length in years, as a fraction. Months that are not given count as the middle of the year. */
export function yearsOf(period: Period, today: Date): number {
  const at = (when: YearMonth): number => when.year + ((when.month ?? 6.5) - 1) / 12;
  const now = today.getUTCFullYear() + today.getUTCMonth() / 12;
  return Math.max(0, (period.end ? at(period.end) + (period.end.month ? 1 / 12 : 0) : now) - at(period.start));
}
