import { looksLikeHeading } from '../parse-heading.ts';
import { namesOccupation } from './title-words.ts';
import type { Line } from './read-lines.ts';
import { readSection, type Section } from './section-names.ts';
import { namesQualification } from './split-qualifications.ts';

export interface SectionLines {
  section: Section;
  lines: Line[];
}

const mostHeadLines = 6;
const longestHeadLine = 160;

/** Name, trade, address and numbers: short lines that are no sentences. */
const isHeadLine = ({ text, isBullet }: Line): boolean =>
  !isBullet && text.length <= longestHeadLine && !/\p{Ll}{3,}[.!?]$/u.test(text) && !isProse(text);
const languageLevels = /\((?:native|fluent|mother tongue|conversational|basic|intermediate|advanced|bilingual|[abc][12])[^)]*\)/i;

/** Told in sentences, not named in a line: `I worked …`, or more than one sentence of some length. */
const isProse = (text: string): boolean =>
  /(?:^|[.!?]\s)I(?:['’]\p{Ll}+)?\s/u.test(text) || (/[.!?]$/.test(text) && text.split(/\s+/).length > 16);

/** Which section a line belongs to in a resume without section titles, after a line of `current`. */
function guessSection(line: Line, current: Section): Section {
  const { text, isBullet, opensBlock } = line;
  if (isBullet) return current === 'head' ? 'summary' : current;
  if (isProse(text)) return current === 'experience' && !opensBlock ? 'experience' : 'summary';
  if (languageLevels.test(text) && !looksLikeHeading(text)) return 'skills';
  const isQualification = namesQualification(text);
  const isPosition = looksLikeHeading(text) && !(isQualification && !/\b(?:at|bei)\b/i.test(text) && !opensWithTrade(text));
  if (isPosition) return current === 'education' && !opensBlock && !namesOccupation(text) ? 'education' : 'experience';
  if (isQualification) return 'education';
  return current === 'head' || (current === 'skills' && opensBlock) ? 'summary' : current;
}

/** `Registered Nurse, St Mary’s (2015 – 2019)` is a position although it speaks of a registration. */
const opensWithTrade = (text: string): boolean => namesOccupation(text.split(/[,|–—·(]/u)[0] ?? '') && !/\b(?:since|with)\b/i.test(text);

/** Cuts a resume into its head and its sections, by their titles or, where it has none, by what the lines look like. */
export function assignSections(lines: Line[]): { head: string[]; sections: SectionLines[] } {
  const head: string[] = [];
  const sections: SectionLines[] = [];
  let current: Section = 'head';
  let isTitled = false;
  let titleLevel = 0;
  const put = (section: Section, line: Line): void => {
    const last = sections.at(-1);
    if (last?.section === section) last.lines.push(line);
    else sections.push({ section, lines: [line] });
  };
  for (const line of lines) {
    const opened = line.isBullet ? null : readSection(line.text);
    if (opened !== null && opened.rest !== '' && !line.isHeading) {
      put(opened.section, { ...line, text: opened.rest });
      if (isTitled || current !== 'head') current = opened.section;
      else current = 'summary';
      continue;
    }
    if (opened !== null) {
      current = opened.section;
      isTitled = true;
      titleLevel = line.level;
      sections.push({ section: current, lines: [] });
      continue;
    }
    // A title that is not known, set like those that are.
    if (isTitled && titleLevel > 0 && line.level > 0 && line.level <= titleLevel) {
      current = 'other';
      continue;
    }
    const isEarly = current === 'head' && head.length < mostHeadLines && isHeadLine(line);
    if (isEarly && (head.length === 0 || (!looksLikeHeading(line.text) && !namesQualification(line.text)))) {
      head.push(line.text);
      continue;
    }
    if (!isTitled) current = guessSection(line, current);
    else if (current === 'head') current = 'summary';
    put(current, line);
  }
  return { head, sections };
}
