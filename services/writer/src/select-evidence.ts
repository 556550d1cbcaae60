import MiniSearch from 'minisearch';
import { contentStems, findJobTerms, findNumbers, stemSet, type Evidence, type EvidenceUnit, type JobTerm } from '@coverwright/server';
import type { Wishes } from './read-wishes.ts';

/** What the letter draws on, strongest first. */
export interface Selection {
  resume: EvidenceUnit[];
  education: EvidenceUnit[];
  skills: EvidenceUnit[];
  profile: EvidenceUnit[];
  notes: EvidenceUnit[];
  terms: JobTerm[];
}

const limits = { resume: 8, notes: 5, terms: 8, perRole: 5, perNote: 2 };
const standing =
  'product service mission customers team people values founded opened award growth office community technology patients pupils';

function rank(units: EvidenceUnit[], query: string): Map<string, number> {
  const search = new MiniSearch<EvidenceUnit>({ fields: ['text'], processTerm: (term) => contentStems(term)[0] ?? null });
  search.addAll(units);
  const scores = new Map(search.search(query, { combineWith: 'OR' }).map((hit): [string, number] => [String(hit.id), hit.score]));
  const top = Math.max(1, ...scores.values());
  return new Map(units.map((unit) => [unit.id, (scores.get(unit.id) ?? 0) / top]));
}

function takeVaried(ranked: EvidenceUnit[], limit: number, perScope: number): EvidenceUnit[] {
  const taken: EvidenceUnit[] = [];
  for (const unit of ranked) {
    if (taken.length < limit && taken.filter((other) => other.scope === unit.scope).length < perScope) taken.push(unit);
  }
  return taken;
}

function isAvoided(unit: EvidenceUnit, avoid: string[]): boolean {
  const stems = stemSet(unit.text);
  return avoid.some((wish) => {
    const words = contentStems(wish);
    return words.length > 0 && words.every((word) => stems.has(word));
  });
}

/** Picks the units that fit the position best: by words shared with title, posting and feedback, numbers, recency and variety. Pinned notes always come along. */
export function selectEvidence(evidence: Evidence, wishes: Wishes): Selection {
  const usable = evidence.units.filter((unit) => !unit.spare && unit.id !== 'P0' && unit.id !== 'J0' && !isAvoided(unit, wishes.avoid));
  const posting = evidence.units.filter((unit) => unit.kind === 'job').map((unit) => unit.text);
  const query = [evidence.jobTitle, evidence.jobTitle, wishes.stress, wishes.stress, ...posting].join(' ').slice(0, 8000);
  const of = (kind: EvidenceUnit['kind']): EvidenceUnit[] => usable.filter((unit) => unit.kind === kind);
  const sorted = (units: EvidenceUnit[], extra: (unit: EvidenceUnit) => number, words = query): EvidenceUnit[] => {
    const scores = rank(units, words);
    const score = (unit: EvidenceUnit): number => (scores.get(unit.id) ?? 0) + extra(unit);
    return [...units].sort((a, b) => score(b) - score(a));
  };
  const place = (unit: EvidenceUnit): number => evidence.roles.findIndex((role) => role.id === unit.role?.id);
  const forResume = (unit: EvidenceUnit): number =>
    (findNumbers(unit.text).length ? 0.3 : 0) + Math.max(0, 0.3 - 0.1 * Math.max(0, place(unit))) - (unit.text.length > 260 ? 0.3 : 0);
  const notes = sorted(
    of('note'),
    (unit) => (unit.note?.kind === 'posting' ? -0.3 : 0) + (findNumbers(unit.text).length ? 0.1 : 0),
    `${query} ${standing}`,
  );
  const pinned = notes.filter((unit) => unit.note?.pinned);
  const others = notes.filter((unit) => !unit.note?.pinned);
  const pinnedFirst = pinned.filter((unit, index) => pinned.findIndex((other) => other.scope === unit.scope) === index);
  // A resume written as prose has its facts among the sentences about the person; the first of them opens the letter.
  const told = of('resume').length < 3 ? [...of('resume'), ...of('profile').slice(1)] : of('resume');
  return {
    resume: takeVaried(sorted(told, forResume), limits.resume, limits.perRole),
    education: of('education'),
    skills: of('skills'),
    profile: of('profile'),
    notes: [...pinnedFirst, ...takeVaried(others, Math.max(0, limits.notes - pinnedFirst.length), limits.perNote)],
    terms: findJobTerms(evidence, limits.terms),
  };
}
