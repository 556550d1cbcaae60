import { type Evidence, type EvidenceUnit, isResumeUnit, type Period, type Role } from './evidence.ts';
import { type DateMention, findDates } from './find-dates.ts';
import { findNumbers, type NumberMention } from './numbers.ts';
import { findHeadingPeriod } from './parse-period.ts';
import { contextWords, type Direction, directionOf } from './support/number-context.ts';
import { bagOf, joinBags, type WordBag } from './word-bag.ts';
import { phraseForm, stemSet, tokenize } from './words.ts';

/** A number of the evidence and the words of the part of the line it stands in. */
export interface KnownNumber {
  number: NumberMention;
  near: WordBag;
  nearText: string;
  direction: Direction;
}

export interface IndexedUnit {
  unit: EvidenceUnit;
  /** Of the unit alone, and of the unit with its role's heading. */
  own: WordBag;
  bag: WordBag;
  phrases: string;
  numbers: KnownNumber[];
  direction: Direction;
  dates: DateMention[];
  /** In lower case, as they stand: with the heading and without; and the stems of all but what was only received as training. */
  words: readonly string[];
  ownWords: readonly string[];
  deeds: ReadonlySet<string>;
  /** Of the heading alone, without what is managed and is not people: `Account Manager`. */
  titles: ReadonlySet<string>;
  text: string;
}

export interface IndexedScope {
  id: string;
  side: 'person' | 'company';
  role: Role | null;
  period: Period | null;
  units: IndexedUnit[];
  bag: WordBag;
}

export interface EvidenceIndex {
  evidence: Evidence;
  scopes: IndexedScope[];
  /** Names as the evidence spells them inside its sentences, for telling a name at the start of a sentence from a word. */
  knownNames: Set<string>;
  /** Every position's heading in one scope, for sentences that list employers. */
  career: IndexedScope;
  /** All the person's units in one, for sentences that sum up. */
  person: IndexedScope;
  /** Degrees, certificates and licences in one, for sentences that list them. */
  studies: IndexedScope;
  /** Units that tell of deeds and facts, lists and first lines left out. */
  telling: Record<'person' | 'company', IndexedUnit[]>;
}

const partBreak = /;\s|(?<!\d),\s|,\s(?!\d)|:\s|\s[–—]\s|[()]|\.\s/u;

/** Parts of a line with their offsets. One that has no words of its own, as `(41 min → 15 min)`, belongs to the one before. */
function partsOf(text: string): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let from = 0;
  for (const piece of text.split(new RegExp(`(${partBreak.source})`, 'u'))) {
    const to = from + piece.length;
    const last = parts.at(-1);
    if (last && contextWords(piece).length === 0) last.to = to;
    else parts.push({ from, to });
    from = to;
  }
  return parts;
}

function knownNumbers(text: string): KnownNumber[] {
  const numbers = findNumbers(text);
  if (numbers.length === 0) return [];
  const parts = partsOf(text);
  const partAt = (at: number): { from: number; to: number } =>
    parts.find(({ from, to }) => at >= from && at < to) ?? { from: 0, to: text.length };
  return numbers.map((number, at) => {
    const part = partAt(number.at);
    // Both ends of a change tell of the same matter.
    const other =
      number.pair === null
        ? part
        : partAt(numbers[number.pair.value === numbers[at + 1]?.value ? at + 1 : Math.max(0, at - 1)]?.at ?? number.at);
    const nearText = text.slice(Math.min(part.from, other.from), Math.max(part.to, other.to));
    return { number, nearText, near: bagOf(nearText), direction: directionOf(nearText) };
  });
}

const wordsOf = (text: string): string[] => tokenize(text).map(({ text: word }) => word.toLowerCase().replace(/['’]s$/, ''));

function indexUnit(unit: EvidenceUnit): IndexedUnit {
  const heading = unit.role?.heading ?? '';
  const text = heading === '' || unit.text === heading ? unit.text : `${heading}. ${unit.text}`;
  const parts = [heading, unit.text].map(phraseForm);
  return {
    unit,
    own: bagOf(unit.text),
    bag: bagOf(text),
    phrases: [...parts, ...parts.map((part) => part.replaceAll('/', ' ').replaceAll('-', ' '))].join('|'),
    numbers: [...knownNumbers(unit.text), ...(unit.text === heading ? [] : knownNumbers(heading))],
    direction: directionOf(unit.text),
    dates: [...findDates(unit.text), ...(unit.text === heading ? [] : findDates(heading))],
    words: wordsOf(text),
    ownWords: wordsOf(unit.text),
    deeds: unit.text === heading ? new Set() : stemSet(unit.text.replace(received, ' ')),
    titles: stemSet(heading.replace(ofThings, ' ')),
    text,
  };
}

/** `Trained in first aid` tells of no training given. */
const received = /\btrained\s+(?:in|as|at|on|by)\b/gi;
const ofThings =
  /\b(?:(?:key |senior |junior )?(?:account|project|product|programme|program|case|community|content|campaign|brand|category|event|quality|risk|data|relationship|portfolio|facilities|contract|property|bid|delivery|change|social media|customer success|process) manager)\b/giu;

function namesInside(text: string): string[] {
  return [...text.matchAll(/(?<=[\p{L}\p{N},;:&(]\s?)\p{Lu}[\p{L}\p{N}]+/gu)].map((match) => match[0].toLowerCase());
}

function scopeOf(id: string, units: IndexedUnit[]): IndexedScope {
  const first = units[0]?.unit;
  const isEducation = first?.kind === 'education';
  return {
    id,
    side: first && isResumeUnit(first) ? 'person' : 'company',
    role: first?.role ?? null,
    period: first?.role?.period ?? (isEducation ? (findHeadingPeriod(first.text)?.period ?? null) : null),
    units,
    bag: joinBags(units.map(({ bag }) => bag)),
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
  // A heading is evidence too, with or without lines below it.
  const headings = evidence.roles.map((role): EvidenceUnit => ({
    id: `R-${role.id}`,
    kind: 'resume',
    text: role.heading,
    scope: role.id,
    role,
  }));
  for (const unit of [...evidence.units, ...headings]) {
    const units = byScope.get(unit.scope) ?? [];
    byScope.set(unit.scope, units);
    units.push(indexUnit(unit));
  }
  const scopes = [...byScope].map(([id, units]) => scopeOf(id, units));
  const personal = scopes.filter(({ side }) => side === 'person');
  const whole = (id: string, units: IndexedUnit[]): IndexedScope => ({ ...scopeOf(id, units), role: null, period: null, side: 'person' });
  const tellingOf = (wanted: 'person' | 'company'): IndexedUnit[] =>
    scopes
      .filter(({ side }) => side === wanted)
      .flatMap(({ units }) => units.filter(({ unit }) => unit.kind !== 'skills' && unit.kind !== 'profile'));
  return {
    evidence,
    scopes,
    telling: { person: tellingOf('person'), company: tellingOf('company') },
    knownNames: new Set([...evidence.units.map((unit) => unit.text), ...evidence.roles.map((role) => role.heading)].flatMap(namesInside)),
    career: whole('career', headings.map(indexUnit)),
    person: whole(
      'person',
      personal.flatMap(({ units }) => units),
    ),
    studies: whole(
      'studies',
      personal.flatMap(({ units }) => units).filter(({ unit }) => unit.kind === 'education'),
    ),
  };
}
