import type { EvidenceUnit, Profile, ResumeUnitKind, Role } from './evidence.ts';
import { parseHeading } from './parse-heading.ts';
import { findPeriod } from './parse-period.ts';
import { assignSections, type SectionLines } from './resume/assign-sections.ts';
import { type Line, readLines } from './resume/read-lines.ts';
import { readProfile } from './resume/read-profile.ts';
import type { Section } from './resume/section-names.ts';
import { joinEducation } from './resume/join-education.ts';
import { splitEntries, type Entry } from './resume/split-entries.ts';
import { splitQualifications } from './resume/split-qualifications.ts';
import { splitSentences } from './split-sentences.ts';

export interface ParsedResume {
  profile: Profile;
  roles: Role[];
  units: EvidenceUnit[];
}

const mostUnits = 300;
const unitKind: Record<Section, ResumeUnitKind> = {
  head: 'profile',
  experience: 'resume',
  projects: 'resume',
  education: 'education',
  skills: 'skills',
  summary: 'profile',
  other: 'profile',
};
const prefix: Record<ResumeUnitKind, string> = { resume: 'R', education: 'E', skills: 'K', profile: 'P' };

/** Collects units with their ids; nothing is added beyond the bound. */
class Collector {
  readonly roles: Role[] = [];
  readonly units: EvidenceUnit[] = [];
  private roleCount = 0;
  private readonly counts = new Map<ResumeUnitKind, number>();

  nextRole(): string {
    this.roleCount += 1;
    return `role${this.roleCount}`;
  }

  add(kind: ResumeUnitKind, text: string, place: { role?: Role; scope?: string } = {}): string {
    const count = (this.counts.get(kind) ?? 0) + 1;
    const id = `${prefix[kind]}${count}`;
    if (this.units.length >= mostUnits) return id;
    this.counts.set(kind, count);
    const scope = place.role?.id ?? place.scope ?? (kind === 'skills' ? 'skills' : id);
    this.units.push({ id, kind, text, scope, ...(place.role ? { role: place.role } : {}) });
    return id;
  }
}

const sentencesOf = ({ text, isBullet }: Line): string[] => (isBullet ? [text] : splitSentences(text));

function readRole(id: string, entry: Entry, isProject: boolean): Role {
  const role = parseHeading(id, entry.header.join(', '));
  return isProject ? { ...role, title: null, employer: null } : role;
}

/** A heading that names only an employer lends it to the positions listed below it. */
function addPositions(collector: Collector, lines: Line[], isProject: boolean): void {
  let above: Role | null = null;
  for (const { header, body } of splitEntries(lines)) {
    if (header.length === 0) {
      const role = collector.roles.at(-1);
      for (const text of body.flatMap(sentencesOf)) collector.add('resume', text, role ? { role } : { scope: 'work' });
      continue;
    }
    let role = readRole(collector.nextRole(), { header, body }, isProject);
    if (above !== null && role.title !== null && role.employer === null) {
      if (collector.roles.at(-1) === above) collector.roles.pop();
      role = { ...role, employer: above.employer, heading: `${role.heading}, ${above.heading}` };
    } else above = role.title === null && role.employer !== null && body.length === 0 ? role : null;
    collector.roles.push(role);
    for (const text of body.flatMap(sentencesOf)) collector.add('resume', text, { role });
  }
}

function addEducation(collector: Collector, lines: Line[]): void {
  for (const { header, body } of joinEducation(lines)) {
    const ids = splitQualifications(header.join(', ')).map((text) => collector.add('education', text));
    const told = body.flatMap((line) => splitQualifications(line.text));
    for (const text of told) collector.add('education', text, ids.length ? { scope: ids.at(-1) } : {});
  }
}

function addSection(collector: Collector, { section, lines }: SectionLines): void {
  if (section === 'experience' || section === 'projects') addPositions(collector, lines, section === 'projects');
  else if (section === 'education') addEducation(collector, lines);
  else if (section === 'skills') for (const { text } of lines) collector.add('skills', text);
  else {
    // A dated sentence tells of one time and place; its details belong together and to nothing else.
    for (const text of lines.flatMap(sentencesOf))
      collector.add(unitKind[section], text, section === 'other' || findPeriod(text) !== null ? {} : { scope: 'profile' });
  }
}

/** Reads a resume as people write it: markdown or plain text, in several languages, with or without section titles. Never fails; what fits nowhere is profile. */
export function parseResume(resume: string): ParsedResume {
  const collector = new Collector();
  const { head, sections } = assignSections(readLines(resume));
  for (const section of sections) addSection(collector, section);
  const units = collector.units;
  if (head.length) units.push({ id: 'P0', kind: 'profile', text: head.join(' · '), scope: 'profile' });
  return { profile: readProfile(head), roles: collector.roles, units };
}
