import type { Anchor } from '../anchor.ts';
import type { IndexedUnit } from '../index-evidence.ts';
import { stem } from '../stem.ts';
import { languages, levels } from '../vocabulary/ranks.ts';

const superlativeClasses = [
  'best top first leading highest number outstanding excellent',
  'award prize medal honour trophy winner win named',
  'largest biggest',
  'only sole unique first',
].map((line) => line.split(' ').map(stem));

/** `Nurse of the Year` is a prize, `22 to 9 a year` is none. */
const prize = /\b(?:of the (?:year|month|quarter|season)|award\w*|prizes?|winner|best|top)\b/i;

/** Whether a unit claims the same standing above others. */
export const hasSuperlative = ({ stem: wanted, text }: Extract<Anchor, { kind: 'superlative' }>, unit: IndexedUnit): boolean =>
  /^of the /i.test(text)
    ? prize.test(unit.unit.text)
    : unit.own.stems.has(wanted) ||
      superlativeClasses.some((members) => members.includes(wanted) && members.some((member) => unit.own.stems.has(member)));

/** The level the evidence names nearest behind or before what is mastered; a language without any is taken as it is named. */
export function hasLevel({ level, of }: Extract<Anchor, { kind: 'level' }>, unit: IndexedUnit): boolean {
  const text = unit.unit.text;
  const at = text.toLowerCase().indexOf(of.toLowerCase());
  if (at < 0) return false;
  const around = `${/[^,;|·.]*$/.exec(text.slice(0, at))?.[0] ?? ''}${/^[^,;|·.]*/.exec(text.slice(at))?.[0] ?? ''}`;
  const known = levels.findLastIndex((pattern) => pattern.test(around));
  if (known >= 0) return level <= known;
  return languages.test(of) ? level < 3 : true;
}
