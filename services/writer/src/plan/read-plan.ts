import { jsonrepair, JSONRepairError } from 'jsonrepair';
import { findNumbers, type EvidenceUnit } from '@coverwright/server';
import type { Material, Part, PlannedParagraph } from '../material.ts';
import { isShort } from '../select/read-wishes.ts';
import { planLength, plannedParts } from './plan-schema.ts';

const longestWork = 4;
const longestCompany = 3;
const kindsOf: Record<(typeof plannedParts)[number], EvidenceUnit['kind'][]> = {
  opening: ['profile'],
  work: ['resume', 'profile'],
  background: ['education', 'skills'],
  company: ['note'],
};

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function repaired(text: string): string {
  try {
    return jsonrepair(text);
  } catch (error) {
    if (error instanceof JSONRepairError) return '';
    throw error;
  }
}

/** The JSON of an answer, whatever stands around it. */
function parse(text: string): unknown {
  const inner = /[[{][\s\S]*/.exec(text)?.[0] ?? '';
  return (
    tryJson(inner) ??
    tryJson(inner.slice(0, Math.max(inner.lastIndexOf('}'), inner.lastIndexOf(']')) + 1)) ??
    tryJson(repaired(inner)) ??
    null
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function listParagraphs(value: unknown): { kind: string; evidence: string[] }[] {
  const list = Array.isArray(value) ? value : isRecord(value) ? Object.values(value).find(Array.isArray) : null;
  if (!Array.isArray(list)) return [];
  return list.filter(isRecord).map((entry) => {
    const evidence = Object.values(entry).find(Array.isArray) ?? [];
    const kind = entry['kind'] ?? entry['type'];
    return { kind: typeof kind === 'string' ? kind : '', evidence: evidence.filter((id): id is string => typeof id === 'string') };
  });
}

/** `[r1] ` is R1. */
const plainId = (id: string): string => id.replace(/[[\]\s]/g, '').toUpperCase();

/** Each id once, in the kind of paragraph it belongs to: what a small model got wrong is put right, not thrown away. */
function sort(paragraphs: { kind: string; evidence: string[] }[], known: Map<string, EvidenceUnit>): PlannedParagraph[] {
  const free = new Map(known);
  return paragraphs.flatMap(({ kind, evidence }) => {
    const part = plannedParts.find((name) => name === kind.toLowerCase());
    if (!part) return [];
    const units = [...new Set(evidence.map(plainId))]
      .flatMap((id) => free.get(id) ?? [])
      .filter((unit) => kindsOf[part].includes(unit.kind));
    for (const unit of units) free.delete(unit.id);
    return [{ part, units: part === 'work' ? units.slice(0, longestWork) : units }];
  });
}

const unitsOf = (planned: readonly PlannedParagraph[], part?: Part): EvidenceUnit[] =>
  planned.filter((paragraph) => part === undefined || paragraph.part === part).flatMap(({ units }) => units);

/** Adds units that no paragraph has yet to the first paragraph of a kind, up to `most`; makes the paragraph when there is none. */
function add(planned: PlannedParagraph[], part: Part, units: readonly EvidenceUnit[], most: number): PlannedParagraph[] {
  const used = unitsOf(planned);
  const left = units.filter((unit) => !used.includes(unit));
  const at = planned.findIndex((paragraph) => paragraph.part === part);
  const room = most - (planned[at]?.units.length ?? 0);
  if (left.length === 0 || room <= 0) return planned;
  if (at < 0) return [...planned, { part, units: left.slice(0, most) }];
  return planned.map((paragraph, index) =>
    index === at ? { ...paragraph, units: [...paragraph.units, ...left.slice(0, room)] } : paragraph,
  );
}

/** One line makes no paragraph: a second one of the same post comes along. */
function widenWork(planned: PlannedParagraph[], { selection }: Material): PlannedParagraph[] {
  return planned.reduce<PlannedParagraph[]>((done, paragraph, index) => {
    const [unit] = paragraph.units;
    const used = unitsOf([...done, ...planned.slice(index)]);
    const mate =
      paragraph.units.length === 1 && paragraph.part === 'work'
        ? selection.resume.find((other) => other.scope === unit?.scope && !used.includes(other))
        : undefined;
    return [...done, mate ? { ...paragraph, units: [...paragraph.units, mate] } : paragraph];
  }, []);
}

/** What a letter needs and the plan lacks: three things done, one of them with a number, what was read about the company, pinned notes. */
function fill(given: PlannedParagraph[], material: Material): PlannedParagraph[] {
  const { resume, notes, education, skills } = material.selection;
  const withNumber = resume.filter((unit) => findNumbers(unit.text).length > 0);
  const pinned = notes.filter((unit) => unit.note?.pinned);
  let planned = given;
  if (unitsOf(planned, 'work').length < 3) planned = add(planned, 'work', resume, 3);
  const work = unitsOf(planned, 'work');
  if (!work.some((unit) => withNumber.includes(unit))) planned = add(planned, 'work', withNumber, work.length + 1);
  if (unitsOf(planned, 'background').length > 0) planned = add(planned, 'background', [...education.slice(0, 2), ...skills], 4);
  planned = add(planned, 'company', pinned, Math.max(longestCompany, pinned.length));
  if (unitsOf(planned, 'company').length < 2) planned = add(planned, 'company', notes, 2);
  return widenWork(planned, material);
}

/** What has to stay when there are too many paragraphs: the company and the first post. */
function limit(planned: PlannedParagraph[], { wishes }: Material): PlannedParagraph[] {
  const isKept = (paragraph: PlannedParagraph): boolean =>
    paragraph.part === 'company' || paragraph === planned.find(({ part }) => part === 'work');
  const most = isShort(wishes) ? planLength.short : planLength.max;
  const room = Math.max(0, most - 1 - planned.filter(isKept).length);
  const others = planned.filter((paragraph) => !isKept(paragraph)).slice(0, room);
  return planned.filter((paragraph) => isKept(paragraph) || others.includes(paragraph));
}

/** Paragraphs about the company become one, so that pinned notes stay together and none is lost. */
function joinCompany(planned: PlannedParagraph[]): PlannedParagraph[] {
  const units = planned.filter(({ part }) => part === 'company').flatMap((paragraph) => paragraph.units);
  const first = planned.findIndex(({ part }) => part === 'company');
  return planned.flatMap((paragraph, index) => {
    if (paragraph.part !== 'company') return [paragraph];
    return index === first ? [{ ...paragraph, units: units.filter((unit, at) => unit.note?.pinned || at < longestCompany) }] : [];
  });
}

/**
 * Reads a model's plan: JSON that may need repair, ids that must exist, each used once and where it belongs. What the letter needs and the
 * plan lacks is added. Null when there is no plan to speak of; the fixed one is taken then.
 */
export function readPlan(text: string, material: Material): PlannedParagraph[] | null {
  const { selection } = material;
  const units = [...selection.profile, ...selection.resume, ...selection.education, ...selection.skills, ...selection.notes];
  const planned = sort(listParagraphs(parse(text)), new Map(units.map((unit) => [unit.id, unit])));
  const named = planned.filter(({ part, units: chosen }) => part !== 'opening' && chosen.length > 0);
  if (named.length === 0) return null;
  const body = limit(joinCompany(fill(named, material)), material);
  const opening = planned.find(({ part }) => part === 'opening')?.units.slice(0, 1) ?? [];
  return [{ part: 'opening', units: opening.length ? opening : selection.profile.slice(0, 1) }, ...body, { part: 'closing', units: [] }];
}
