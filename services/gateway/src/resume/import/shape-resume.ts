import type { SourceLine } from './source-line.ts';

type Section = 'head' | 'contact' | 'experience' | 'education' | 'skills' | 'other';

const titles: [RegExp, Section][] = [
  [/^(?:contact(?: details| information| me)?|personal (?:details|information|data))$/i, 'contact'],
  [
    /^(?:(?:work|professional|relevant|teaching|clinical|employment|career|selected|volunteer)\s+)*(?:experience|history|employment|positions?(?: held)?|placements|projects|volunteering|volunteer work|internships)$/i,
    'experience',
  ],
  [
    /^(?:(?:academic|professional|further|key)\s+)?(?:education|qualifications?|training|certifications?|certificates|licen[cs]es?|registrations?|courses|background)(?:\s*(?:&|and|\/|,)\s*\w+)*$/i,
    'education',
  ],
  [
    /^(?:(?:technical|key|core|other|professional|soft|language|computer|it)\s+)*(?:skills|competenc(?:ies|es?)|technologies|tools|expertise|languages|software|strengths)(?:\s*(?:&|and|\/|,)\s*\w+)*$/i,
    'skills',
  ],
  [/^(?:(?:professional|personal|career|executive)\s+)?(?:summary|profile|about(?: me)?|objective|statement)$/i, 'other'],
  [
    /^(?:interests|hobbies|awards|honou?rs|achievements|publications|memberships|affiliations|references|referees|additional information|activities)(?:\s*(?:&|and|\/|,)\s*\w+)*$/i,
    'other',
  ],
];
const year = String.raw`(?:19|20)\d{2}`;
const period = new RegExp(
  String.raw`${year}[-/.]?(?:\d{1,2})?\s*(?:–|—|-|to|until|bis)\s*(?:[\p{L}.]{3,10}\s+|\d{1,2}[/.])?(?:${year}|present|now|current|today|ongoing|date)|\bsince\s+(?:[\p{L}.]{3,10}\s+|\d{1,2}[/.])?${year}`,
  'iu',
);
const anyYear = new RegExp(String.raw`\b${year}\b`);
const documentTitle = /^(?:curriculum vitae|r[eé]sum[eé]|c\.?v\.?)$/i;
/** Characters of a line that can be (part of) the heading of a position. */
const longestHeading = 110;

/** Puts lines into the shape in which the product keeps a resume: name, contact, sections, positions with their dates, points. */
export function shapeResume(lines: SourceLine[]): string {
  const [name, ...rest] = lines.filter(({ text }, index) => !(index < 3 && documentTitle.test(text)));
  const head: string[] = name === undefined ? [] : [`# ${name.text}`];
  const body: string[] = [];
  let section: Section = 'head';
  let group: SourceLine[] = [];
  const flush = () => {
    // Wherever on the page the contact details stood, they belong to the name.
    (section === 'head' || section === 'contact' ? head : body).push(...write(section, group));
    group = [];
  };
  for (const line of rest) {
    const opened = openedBy(line, section);
    if (opened === null) group.push(line);
    else {
      flush();
      section = opened.section;
      if (section !== 'contact') body.push(`## ${sentenceCase(opened.title)}`);
      if (opened.rest !== '') group.push({ ...line, text: opened.rest, strong: false, heading: null });
    }
  }
  flush();
  return `${spaced([...head, ...body])}\n`;
}

/** The section that a line is the title of, with what follows a colon (`Skills: Excel, SAP`), or null. */
function openedBy(line: SourceLine, present: Section): { section: Section; title: string; rest: string } | null {
  const [, title = '', rest = ''] = /^([^:]{1,45}?)\s*(?::\s*(.*))?$/.exec(line.text) ?? [];
  if (title === '' || line.bullet || period.test(title)) return null;
  const known = titles.find(([pattern]) => pattern.test(title))?.[1];
  if (known !== undefined) return { section: known, title, rest };
  const loud = title === title.toUpperCase() && /\p{Lu}{4}/u.test(title) && title.split(' ').length <= 4;
  const unknown = line.heading === 1 || (loud && line.strong && line.gap);
  return unknown && rest === '' && present !== 'head' ? { section: 'other', title, rest } : null;
}

function write(section: Section, group: SourceLine[]): string[] {
  if (section === 'experience') return headings(group, period).flatMap(writePosition);
  if (section === 'education') return headings(group, anyYear).flatMap(writeEntry);
  if (section === 'contact') return [group.map(({ text }) => text).join(' · ')].filter((text) => text !== '');
  if (section === 'skills') return group.length > 1 ? group.map(({ text }) => `- ${text}`) : group.map(({ text }) => text);
  return group.map(({ text, bullet }) => (bullet ? `- ${text}` : text));
}

interface Entry {
  heading: SourceLine[];
  points: SourceLine[];
}

/** Entries of a section: a heading of one or more short lines, and what is said below it. */
function headings(group: SourceLine[], dates: RegExp): Entry[] {
  const entries: Entry[] = [];
  let run: SourceLine[] = [];
  const close = () => {
    for (const heading of splitRun(run, dates)) entries.push({ heading, points: [] });
    run = [];
  };
  for (const [index, line] of group.entries()) {
    const short = !line.bullet && line.text.length <= longestHeading && (!/[.!?]$/.test(line.text) || period.test(line.text));
    const dated =
      short && (period.test(line.text) || group.slice(index + 1, index + 4).some((next) => !next.bullet && period.test(next.text)));
    if (short && (dated || line.strong || line.heading !== null || run.length > 0 || entries.length === 0)) run.push(line);
    else {
      close();
      const last = entries.at(-1);
      if (last === undefined) entries.push({ heading: [], points: [line] });
      else last.points.push(line);
    }
  }
  close();
  return entries;
}

/** Several entries may follow each other without a point between them: each has a date, and as many lines before it as the first. */
function splitRun(run: SourceLine[], dates: RegExp): SourceLine[][] {
  if (run.length === 0) return [];
  const dated = run.flatMap((line, index) => (dates.test(line.text) ? [index] : []));
  const lead = dated[0] ?? 0;
  const starts = dated.slice(1).map((at, index) => Math.max(at - lead, (dated[index] ?? 0) + 1));
  return [0, ...starts].map((start, index) => run.slice(start, starts[index] ?? run.length));
}

function writePosition({ heading, points }: Entry): string[] {
  const [first, ...others] = heading.map(({ text }) => text);
  const body = points.map(({ text }) => `- ${text}`);
  return first === undefined ? body : [`### ${[first, ...others].join(', ').replace(/ \| /g, ', ')}`, ...body];
}

function writeEntry({ heading, points }: Entry): string[] {
  const title = heading.map(({ text }) => text.replace(/ \| /g, ', ')).join(', ');
  return [...(title === '' ? [] : [`- ${title}`]), ...points.map(({ text }) => `- ${text}`)];
}

const sentenceCase = (title: string): string => (title === title.toUpperCase() ? title.charAt(0) + title.slice(1).toLowerCase() : title);

/** Lists stand together; everything else has a line between. */
function spaced(lines: string[]): string {
  return lines.reduce((text, line, index) => {
    if (index === 0) return line;
    const both = line.startsWith('- ') && (lines[index - 1] ?? '').startsWith('- ');
    return `${text}${both ? '\n' : '\n\n'}${line}`;
  }, '');
}
