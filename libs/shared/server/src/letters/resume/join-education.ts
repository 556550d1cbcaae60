import { findHeadingPeriod } from '../parse-period.ts';
import type { Line } from './read-lines.ts';
import type { Entry } from './split-entries.ts';
import { namesQualification } from './split-qualifications.ts';
import { namesOrganisation } from './title-words.ts';

const detail =
  /^(?:grade|final grade|note|gpa|result|thesis|dissertation|modules?|subjects?|honou?rs|first[- ]class|upper second|distinction|merit|\d:\d|abschlussnote)\b/i;
const isDate = (text: string): boolean => {
  const found = findHeadingPeriod(text);
  return found !== null && text.replace(found.text, '').replace(/[\s().,|–—-]/gu, '').length < 3;
};
const isDated = (text: string): boolean => findHeadingPeriod(text) !== null;
const namesDegree = (text: string): boolean =>
  namesQualification(text.replace(/\b(?:university|universität|universidad|université|college|hochschule)\b/gi, ''));

/** Whether a line completes the entry above it: its school, its date, its grade; or the degree under a school's name. */
function completes(line: Line, header: string[]): boolean {
  const above = header.join(', ');
  if (header.length === 0 || line.isHeading || header.length >= 4) return false;
  if (isDate(line.text)) return !isDated(above);
  if (detail.test(line.text)) return true;
  if (line.opensBlock) return false;
  const isSchool = namesOrganisation(line.text) && !namesDegree(line.text);
  if (isSchool) return namesDegree(above) && !namesOrganisation(above);
  return namesDegree(line.text) && namesOrganisation(above) && !namesDegree(above);
}

/** Entries of an education section: most lines are one of their own, but a degree may take several. */
export function joinEducation(lines: Line[]): Entry[] {
  const entries: Entry[] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    if (line.isBullet) {
      const isBelow = last !== undefined && last.header.length > 0 && !namesDegree(line.text);
      if (isBelow) last.body.push(line);
      else entries.push({ header: [line.text], body: [] });
    } else if (last !== undefined && last.body.length === 0 && completes(line, last.header)) last.header.push(line.text);
    else entries.push({ header: [line.text], body: [] });
  }
  return entries;
}
