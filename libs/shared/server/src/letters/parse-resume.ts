import type { EvidenceUnit, Profile, ResumeUnitKind, Role } from './evidence.ts';
import { looksLikeHeading, parseHeading } from './parse-heading.ts';
import { findPeriod } from './parse-period.ts';
import { splitSentences } from './split-sentences.ts';

export interface ParsedResume {
  profile: Profile;
  roles: Role[];
  units: EvidenceUnit[];
}

/** Bounds for texts that are no resume: lines and units read, and characters of one line. */
const limits = { lines: 1500, line: 1000, units: 300 };

type Section = 'head' | 'experience' | 'education' | 'skills' | 'summary' | 'other';

const sectionNames: [RegExp, Section][] = [
  [
    /^(?:(?:work|professional|relevant|teaching|clinical|employment|career)\s+)?(?:experience|history|employment|positions|placements|projects|volunteering|volunteer work)\b/i,
    'experience',
  ],
  [/^(?:education|qualifications?|training|certifications?|certificates|licen[cs]es|registrations?|academic|courses)\b/i, 'education'],
  [/^(?:(?:technical|key|core|other)\s+)?(?:skills|technologies|tools|competenc|expertise|languages|software)\b/i, 'skills'],
  [/^(?:(?:professional|personal|career)\s+)?(?:summary|profile|about|objective|statement)\b/i, 'summary'],
  [/^(?:interests|hobbies|awards|honours|publications|memberships|references|additional)\b/i, 'other'],
];
const unitKind: Record<Section, ResumeUnitKind> = {
  head: 'profile',
  experience: 'resume',
  education: 'education',
  skills: 'skills',
  summary: 'profile',
  other: 'profile',
};
const prefix: Record<ResumeUnitKind, string> = { resume: 'R', education: 'E', skills: 'K', profile: 'P' };
const bullet = /^\s*(?:[-*•‣▪◦●+–]|\d+[.)])\s+/u;
const qualification =
  /\b(?:b\.?sc|b\.?a|b\.?eng|m\.?sc|m\.?a|ph\.?d|mba|pgce|nvq|gcse|diploma|degree|bachelor\S*|master['’]s|university|college|certificate|licen[cs]e|registration)\b/i;

function plainLine(line: string): string {
  return line
    .slice(0, limits.line)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/(?<![\p{L}\p{N}])[*_]([^*_]+)[*_](?![\p{L}\p{N}])/gu, '$1')
    .replace(/^\s*(?:#+|>)\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The section a line opens and what follows its colon, or null when it is not a section title. */
function readSection(line: string, isHeading: boolean): { section: Section; rest: string } | null {
  const [, label = '', rest = ''] = /^([^:]{3,40}):\s*(.*)$/.exec(line) ?? [null, line, ''];
  if (label.split(' ').length > 4 || findPeriod(line)) return null;
  const section = sectionNames.find(([pattern]) => pattern.test(label))?.[1];
  return section && (isHeading || rest !== '' || line.endsWith(':') || label.split(' ').length <= 3) ? { section, rest } : null;
}

/** The name is the first short line of letters, without the contact details that may follow it. */
function readProfile(lines: string[]): Profile {
  const first = lines[0]?.split(/\s+[—–|·•]\s+|,\s/u)[0]?.trim() ?? '';
  const isName =
    /^\p{L}[\p{L}\p{M}.'’ -]{1,59}$/u.test(first) && first.split(' ').length <= 5 && !/^(?:curriculum|resume|résumé|cv)\b/i.test(first);
  // Typed in capitals for the look of the page, not as the person signs.
  const name =
    first === first.toUpperCase() ? first.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase()) : first;
  return { name: isName ? name : null, lines };
}

/** Reads a resume as people write it: markdown or plain text, with or without section titles. Never fails; what fits nowhere is profile. */
export function parseResume(resume: string): ParsedResume {
  const units: EvidenceUnit[] = [];
  const roles: Role[] = [];
  const head: string[] = [];
  let section: Section = 'head';
  let role: Role | undefined;
  let roleIsOpen = false;
  let sawSection = false;

  const addUnit = (kind: ResumeUnitKind, text: string): void => {
    const id = `${prefix[kind]}${units.filter((unit) => unit.kind === kind).length + 1}`;
    const scope = kind === 'resume' && role ? role.id : kind === 'skills' || kind === 'profile' ? kind : id;
    units.push({ id, kind, text, scope, ...(kind === 'resume' && role ? { role } : {}) });
  };

  for (const raw of resume.split(/\r?\n/, limits.lines)) {
    if (units.length >= limits.units) break;
    const isBullet = bullet.test(raw);
    const isHeading = /^\s*#/.test(raw);
    const text = plainLine(isBullet ? raw.replace(bullet, '') : raw);
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const opened = isBullet ? null : readSection(text, isHeading);
    if (opened) {
      section = opened.section;
      sawSection = true;
      role = undefined;
      if (opened.rest) addUnit(unitKind[section], opened.rest);
      continue;
    }
    const flat = section === 'head' && !sawSection;
    if (!isBullet && (section === 'experience' || flat)) {
      const isQualification = flat && qualification.test(text) && !looksLikeHeading(text.replace(qualification, ''));
      if (flat && (isQualification || (qualification.test(text) && findPeriod(text) !== null))) {
        addUnit('education', text);
        continue;
      }
      const continues = role !== undefined && roleIsOpen && !isHeading && text.length <= 120 && !/[.!?]$/.test(text);
      if (continues && role && (findPeriod(text) === null || role.period === null)) {
        Object.assign(role, parseHeading(role.id, `${role.heading}, ${text}`));
        continue;
      }
      if ((isHeading && section === 'experience') || (looksLikeHeading(text) && head.length > 0)) {
        role = parseHeading(`role${roles.length + 1}`, text);
        roles.push(role);
        roleIsOpen = true;
        continue;
      }
    }
    roleIsOpen = false;
    if (flat && role === undefined && !isBullet && head.length < 6 && text.length <= 160) {
      head.push(text);
      continue;
    }
    const kind = flat && role !== undefined ? 'resume' : unitKind[section];
    const pieces = isBullet || kind === 'skills' || kind === 'education' ? [text] : splitSentences(text);
    for (const piece of pieces) addUnit(kind, piece);
  }
  const profile = readProfile(head);
  if (head.length) units.push({ id: 'P0', kind: 'profile', text: head.join(' · '), scope: 'profile' });
  return { profile, roles, units };
}
