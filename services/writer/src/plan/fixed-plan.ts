import type { EvidenceUnit } from '@coverwright/server';
import type { Material, PlannedParagraph } from '../material.ts';

/** How much of the selection a letter uses. */
export interface PlanSize {
  bullets: number;
  quotes: number;
}

const longestWork = 4;

/** The posts in the order of the resume: the strongest post first, all the others together; a long one in two. */
function planWork(units: EvidenceUnit[], { evidence }: Material): PlannedParagraph[] {
  const place = (unit: EvidenceUnit): number => evidence.roles.findIndex((role) => role.id === unit.role?.id);
  const groups = [...Map.groupBy(units, (unit) => unit.role?.id).values()].sort(
    (a, b) => place(a[0] as EvidenceUnit) - place(b[0] as EvidenceUnit),
  );
  const [first = [], ...others] = groups;
  const half = first.length > longestWork && others.length === 0 ? Math.ceil(first.length / 2) : first.length;
  const parts = [first.slice(0, half), [...first.slice(half), ...others.flat()]];
  return parts.filter((part) => part.length > 0).map((part) => ({ part: 'work', units: part }));
}

const isLong = ({ wishes }: Material): boolean => wishes.words.min >= 300;

/** One qualification is enough, two when the posting asks for them; resumes name the highest first. */
function pickEducation(material: Material): EvidenceUnit[] {
  const { education, terms } = material.selection;
  if (isLong(material)) return education.slice(0, 2);
  const wanted = terms.map(({ text }) => text.toLowerCase());
  const asked = education.filter(({ text }) => wanted.some((term) => text.toLowerCase().includes(term)));
  return asked.length ? asked.slice(0, 2) : education.slice(0, 1);
}

/** A list of skills is worth its place when the posting asks for some of them. */
const isAskedFor = ({ skills, terms }: Material['selection']): boolean =>
  skills.some(({ text }) => terms.some((term) => text.toLowerCase().includes(term.text.toLowerCase())));

/** The plan without a model: opening, work, background, company, closing. Where the company comes depends on the application. */
export function fixedPlan(material: Material, { bullets, quotes }: PlanSize): PlannedParagraph[] {
  const { selection } = material;
  const pinned = selection.notes.filter((unit) => unit.note?.pinned).length;
  const background = [...pickEducation(material), ...(isAskedFor(selection) || bullets < 3 || isLong(material) ? selection.skills : [])];
  const company: PlannedParagraph = { part: 'company', units: selection.notes.slice(0, Math.max(quotes, pinned)) };
  const own: PlannedParagraph[] = [
    ...planWork(selection.resume.slice(0, bullets), material),
    ...(background.length ? [{ part: 'background' as const, units: background }] : []),
  ];
  const comesEarly = company.units.length > 0 && material.seed % 3 === 0;
  return [
    { part: 'opening', units: selection.profile.slice(0, 1) },
    ...(comesEarly ? [company, ...own] : [...own, company]),
    { part: 'closing', units: [] },
  ];
}
