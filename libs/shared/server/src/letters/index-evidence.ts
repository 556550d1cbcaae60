import { type Evidence, type EvidenceUnit, isResumeUnit, type Role } from './evidence.ts';
import { findNumbers, type NumberMention } from './numbers.ts';
import { phraseForm, stemSet } from './words.ts';

export interface IndexedUnit {
  unit: EvidenceUnit;
  /** Of the unit alone and of the unit with its role's heading. */
  ownStems: Set<string>;
  stems: Set<string>;
  phrases: string;
  numbers: NumberMention[];
  text: string;
}

export interface IndexedScope {
  id: string;
  side: 'person' | 'company';
  role: Role | null;
  units: IndexedUnit[];
  stems: Set<string>;
}

export interface EvidenceIndex {
  evidence: Evidence;
  scopes: IndexedScope[];
  /** Names as the evidence spells them inside its sentences, for telling a name at the start of a sentence from a word. */
  knownNames: Set<string>;
  /** Every position's heading in one scope, for sentences that list employers. */
  career: IndexedScope;
}

function indexUnit(unit: EvidenceUnit): IndexedUnit {
  const heading = unit.role?.heading ?? '';
  const text = `${heading}. ${unit.text}`;
  const parts = [heading, unit.text].map(phraseForm);
  return {
    unit,
    ownStems: stemSet(unit.text),
    stems: stemSet(text),
    phrases: [...parts, ...parts.map((part) => part.replaceAll('/', ' '))].join('|'),
    numbers: findNumbers(text),
    text,
  };
}

function namesInside(text: string): string[] {
  return [...text.matchAll(/(?<=[\p{L}\p{N},;:&(]\s?)\p{Lu}[\p{L}\p{N}]+/gu)].map((match) => match[0].toLowerCase());
}

function scopeOf(id: string, units: IndexedUnit[]): IndexedScope {
  const first = units[0]?.unit;
  return {
    id,
    side: first && isResumeUnit(first) ? 'person' : 'company',
    role: first?.role ?? null,
    units,
    stems: new Set(units.flatMap((unit) => [...unit.stems])),
  };
}

const indexes = new WeakMap<Evidence, EvidenceIndex>();

/** Prepares the evidence for looking sentences up; once for the same evidence, which must not change after. */
export function indexEvidence(evidence: Evidence): EvidenceIndex {
  const index = indexes.get(evidence) ?? buildIndex(evidence);
  indexes.set(evidence, index);
  return index;
}

function buildIndex(evidence: Evidence): EvidenceIndex {
  const byScope = new Map<string, IndexedUnit[]>();
  // A heading without bullets is evidence too.
  const headings = evidence.roles.map((role): EvidenceUnit => ({
    id: `R-${role.id}`,
    kind: 'resume',
    text: role.heading,
    scope: role.id,
    role,
  }));
  for (const unit of [...evidence.units, ...headings]) {
    byScope.set(unit.scope, [...(byScope.get(unit.scope) ?? []), indexUnit(unit)]);
  }
  return {
    evidence,
    scopes: [...byScope].map(([id, units]) => scopeOf(id, units)),
    knownNames: new Set([...evidence.units.map((unit) => unit.text), ...evidence.roles.map((role) => role.heading)].flatMap(namesInside)),
    career: { ...scopeOf('career', headings.map(indexUnit)), role: null, side: 'person' },
  };
}
