import type { Role, YearMonth } from '@coverwright/server';
import { startsWithVerb } from './bullet-shape.ts';
import { lowerFirst } from './tidy-text.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const languages =
  /^(?:English|French|German|Spanish|Italian|Polish|Portuguese|Dutch|Latin|Greek|Arabic|Mandarin|Chinese|Japanese|Russian|Urdu|Hindi|Welsh|Irish)$/;
/** Titles that are names of an office: no article, and the capitals stay. */
const office = /^(?:head|director|chief|chair|vice|president|deputy head|lead)\b|\bof\s+(?:staff|operations)\b|[(/&]/i;

const vowel = /^(?:[aeio]|un(?!i)|hono)/i;
/** Abbreviations said letter by letter: an SAP consultant, an HR officer. */
const spelled = /^(?:SAP|[AEFHILMNORSX][^AEIOU\P{Lu}])/u;

const article = (text: string): string => (spelled.test(text) || (vowel.test(text) && !/^(?:one|eu)/i.test(text)) ? 'an' : 'a');

/** `Charge Nurse` as one says it: `a charge nurse`. Names of offices, abbreviations and titles of another language stay as they are. */
export function sayTitle(title: string, names: ReadonlySet<string>, isForeign: boolean): string {
  if (isForeign || office.test(title)) return title;
  if (/\d/.test(title)) return `${article(title)} ${title}`;
  const said = title
    .split(' ')
    .map((word) => (languages.test(word) ? word : lowerFirst(word, names)))
    .join(' ');
  return `${article(said)} ${said}`;
}

/** Trades in the plural name a firm: `Brookside Contractors`. */
const firm =
  /\b(?:contractors|engineers|partners|consultants|solicitors|accountants|architects|designers|builders|developers|agents|associates|brothers|sons|services|motors)$/i;
const longestTitle = 7;

/** Title and employer of a post, as far as they can be said; a heading that was read the wrong way round is turned. */
export function postOf(role: Role | undefined): { title: string | null; employer: string | null } {
  const { title = null, employer = null } = role ?? {};
  if (title && employer && firm.test(title) && !firm.test(employer)) return { title: employer, employer: title };
  const isTitle = title !== null && !/^\d/.test(title) && title.split(' ').length <= longestTitle;
  return {
    title: isTitle ? title : null,
    employer: employer === null || /^\d/.test(employer) || startsWithVerb(employer) ? null : employer,
  };
}

const sayMonth = ({ year, month }: YearMonth): string => (month === null ? String(year) : `${months[month - 1] ?? ''} ${year}`);

export const sinceOf = (role: Role): string | null => (role.period && role.period.end === null ? sayMonth(role.period.start) : null);
export const untilOf = (role: Role): string | null => (role.period?.end ? String(role.period.end.year) : null);

/** Whether one post was left before another began, as far as the resume tells. */
export function isEarlier(role: Role, than: Role, order: readonly Role[]): boolean {
  if (role.period && than.period) {
    const at = ({ year, month }: YearMonth): number => year * 12 + (month ?? 6);
    return at(role.period.start) < at(than.period.start);
  }
  return order.indexOf(role) > order.indexOf(than);
}
