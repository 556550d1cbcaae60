import type { Evidence } from '../evidence.ts';
import { isResumeUnit } from '../evidence.ts';
import { remember } from '../remember.ts';
import { companyPattern } from './company-name.ts';
import { readMood } from './read-mood.ts';

const worked =
  /\b(?:I|my|we)\b.*\b(?:[\p{L}]+ed|led|built|ran|taught|was|were|did|made|sold|grew|held|cut|won|wrote|have been|have worked|work|works)\b/iu;

const workedAt = remember((company: string) => new RegExp(`\\b(?:[Aa]t|[Ff]or|[Ww]ithin) ${companyPattern(company).source}`, 'u'));

/** Whether the sentence tells of work done at the company applied to, which the resume does not have as an employer. */
export function speaksOfEmployment(sentence: string, { company, units, roles }: Evidence): boolean {
  const place = workedAt(company).exec(sentence);
  if (place === null || !worked.test(sentence) || readMood(sentence) !== 'fact') return false;
  if (/\b(?:position|role|post|job|vacancy|opening|team|people|engineers|work)\s*$/i.test(sentence.slice(0, place.index))) return false;
  const isKnown =
    units.some((unit) => isResumeUnit(unit) && unit.text.includes(company)) || roles.some(({ heading }) => heading.includes(company));
  return !isKnown;
}
