import type { Anchor } from '../anchor.ts';
import type { EvidenceIndex, IndexedScope } from '../index-evidence.ts';
import type { ReadClause } from '../sentence/read-clauses.ts';
import type { Backing } from './back-anchors.ts';
import type { ClaimReader } from './claim-reader.ts';
import { type Group, speaksOfSkill } from './group-clauses.ts';

/** Where a clause comes from: one place of the person's and one of the company's at most. */
export interface Choice {
  person: IndexedScope | null;
  company: IndexedScope | null;
  missing: Anchor[];
  /** Whether the sentence, or the one before, names the role. */
  isBound: boolean;
}

interface Sought {
  clause: ReadClause;
  anchors: Anchor[];
}

export interface Chooser {
  index: EvidenceIndex;
  backing: Backing;
  reader: ClaimReader;
  clauses: ReadClause[];
  anchors: Anchor[];
}

const isFor = (anchor: Anchor, side: 'person' | 'company'): boolean =>
  anchor.side === side || anchor.side === 'either' || anchor.side === 'any';

function isCovered({ backing }: Chooser, anchor: Anchor, person: IndexedScope | null, company: IndexedScope | null): boolean {
  const by = (scope: IndexedScope | null, side: 'person' | 'company'): boolean =>
    isFor(anchor, side) && ((scope !== null && backing.unitOf(anchor, scope) !== null) || backing.isWide(anchor, side));
  return by(person, 'person') || by(company, 'company');
}

const affinity = ({ reader }: Chooser, sought: Sought[], scope: IndexedScope): number =>
  sought.reduce((sum, { clause }) => sum + reader.affinity(clause, scope), 0);

function best(chooser: Chooser, sought: Sought[], persons: IndexedScope[], companies: IndexedScope[]): Choice & { score: number } {
  const anchors = sought.flatMap((one) => one.anchors);
  const rate = (scope: IndexedScope | null): number =>
    scope === null
      ? 0
      : affinity(chooser, sought, scope) + (scope.id === 'career' || scope.id === 'person' || scope.id === 'studies' ? -0.5 : 0);
  const ratedCompanies = [null, ...companies].map((company) => ({ company, score: rate(company) }));
  let found: (Choice & { score: number }) | undefined;
  for (const person of [null, ...persons]) {
    const own = rate(person);
    for (const { company, score: other } of ratedCompanies) {
      const missing = anchors.filter((anchor) => !isCovered(chooser, anchor, person, company));
      const score = own + other - missing.length * 1000;
      if (!found || score > found.score) found = { person, company, missing, score, isBound: false };
    }
  }
  return found ?? { person: null, company: null, missing: anchors, score: 0, isBound: false };
}

/** Scopes worth looking at: those that back an anchor or share a word. */
function candidates(chooser: Chooser, sought: Sought[], side: 'person' | 'company'): IndexedScope[] {
  const { index, backing } = chooser;
  const anchors = sought.flatMap((one) => one.anchors);
  return index.scopes.filter(
    (scope) =>
      scope.side === side &&
      (anchors.some((anchor) => isFor(anchor, side) && backing.unitOf(anchor, scope) !== null) || affinity(chooser, sought, scope) > 0),
  );
}

const counts = new Set<Anchor['kind']>(['rank', 'superlative', 'change']);

/** Lists of tools, sums of a career: true of the person as a whole, when nothing in them is a number, a date or a rank. */
const isSummary = (sought: Sought[]): boolean =>
  sought.every(
    ({ clause, anchors }) =>
      anchors.every(({ kind }) => kind === 'name' || kind === 'term' || kind === 'qualification' || kind === 'level') &&
      speaksOfSkill(clause.text),
  );

function wholes({ index }: Chooser, sought: Sought[], hasRoles: boolean): IndexedScope[] {
  const employers = sought
    .flatMap(({ anchors }) => anchors)
    .filter(({ kind }) => kind === 'name' || kind === 'number' || kind === 'date' || kind === 'title').length;
  const isOnlyDated = sought.every(({ anchors }) =>
    anchors.every((anchor) => (anchor.kind === 'number' ? anchor.number.label !== null : !counts.has(anchor.kind))),
  );
  return [
    ...(employers > 0 ? [index.career] : []),
    ...(isOnlyDated && index.studies.units.length > 1 ? [index.studies] : []),
    ...(!hasRoles && isSummary(sought) ? [index.person] : []),
  ];
}

/**
 * Picks for each clause of a group the place it comes from. A group that names a role, or goes on from one that did (`inherited`), has
 * one place for all its clauses; otherwise each clause has its own.
 */
export function chooseScopes(chooser: Chooser, group: Group, inherited: IndexedScope[] | null): Map<number, Choice> {
  const sought = group.clauses.flatMap((at): (Sought & { at: number })[] => {
    const clause = chooser.clauses[at];
    return clause ? [{ at, clause, anchors: chooser.anchors.filter((anchor) => anchor.clause === at) }] : [];
  });
  const companies = candidates(chooser, sought, 'company');
  const everyPerson = candidates(chooser, sought, 'person');
  const places = group.roles ?? (inherited && !group.shifts ? inherited : null);
  if (places !== null) {
    const isFree = (scope: IndexedScope): boolean => scope.role === null && (group.roles === null || group.isAboutSkill || grants(scope));
    // `my PhD from Lund` is of the degree, though work was done there too.
    const grants = (scope: IndexedScope): boolean =>
      sought.some(({ anchors }) =>
        anchors.some((anchor) => anchor.kind === 'qualification' && chooser.backing.unitOf(anchor, scope) !== null),
      );
    const allowed = [...new Set([...places, ...everyPerson.filter(isFree)])];
    const spansRoles = places.length > 1 || group.roles === null ? wholes(chooser, sought, true) : [];
    const joint = best(chooser, sought, [...allowed, ...spansRoles], companies);
    return new Map(
      sought.map(({ at, anchors }) => [
        at,
        { ...joint, isBound: true, missing: joint.missing.filter((anchor) => anchors.includes(anchor)) },
      ]),
    );
  }
  return new Map(
    sought.map((one) => [
      one.at,
      best(chooser, [one], [...everyPerson, ...wholes(chooser, [one], false)], candidates(chooser, [one], 'company')),
    ]),
  );
}
