import MiniSearch from 'minisearch';
import { contentStems, findJobTerms, findNumbers, stemSet, type Evidence, type EvidenceUnit, type JobTerm } from '@coverwright/server';
import { seedOf } from '../offline/pick.ts';
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
/** `taste` lets letters of one person to several companies differ in what they tell, where lines are about as good. */
const weights = {
  number: 0.3,
  result: 0.25,
  taste: 0.5,
  recent: 0.3,
  tooLong: 0.3,
  posting: 0.3,
  noteNumber: 0.1,
  wished: 1.5,
  alike: 0.6,
};
const standing =
  'product service mission customers team people values founded opened award growth office community technology patients pupils';
/** The heading of a post that was taken for a line about it. */
const heading = /\s[|·]\s.*\d{4}|\b\d{4}\s*[–-]\s*(?:\d{4}|present|now|today)\)?$/i;

/** A change in numbers says more about a person's work than a size. */
const measured = /[%£€$]|\bfrom\b.*\d.*\bto\b.*\d|→/;
const noFact = /^(?:references? (?:are )?(?:available|on request)|hobbies|interests|curriculum vitae|page \d)/i;

/** BM25 of each unit against the words, as a share of the best. */
function rank(units: EvidenceUnit[], query: string): Map<string, number> {
  const search = new MiniSearch<EvidenceUnit>({ fields: ['text'], processTerm: (term) => contentStems(term)[0] ?? null });
  search.addAll(units);
  const scores = new Map(search.search(query, { combineWith: 'OR' }).map((hit): [string, number] => [String(hit.id), hit.score]));
  const top = Math.max(1, ...scores.values());
  return new Map(units.map((unit) => [unit.id, (scores.get(unit.id) ?? 0) / top]));
}

/** How much of a unit another one says already. */
function alike(stems: Set<string>, taken: Set<string>[]): number {
  const share = (other: Set<string>): number => [...stems].filter((stem) => other.has(stem)).length / Math.max(1, stems.size);
  return Math.max(0, ...taken.map(share));
}

/** Takes the strongest, not too many of one source, and less readily what repeats what was taken. */
function takeVaried(scored: { unit: EvidenceUnit; score: number }[], limit: number, perScope: number): EvidenceUnit[] {
  const taken: EvidenceUnit[] = [];
  const said: Set<string>[] = [];
  const left = scored.map((item) => ({ ...item, stems: new Set(contentStems(item.unit.text)) }));
  while (taken.length < limit) {
    const open = left.filter(({ unit }) => !taken.includes(unit) && taken.filter((other) => other.scope === unit.scope).length < perScope);
    const worth = ({ score, stems }: (typeof left)[number]): number => score - weights.alike * alike(stems, said);
    const [best] = open.sort((a, b) => worth(b) - worth(a));
    if (!best) break;
    taken.push(best.unit);
    said.push(best.stems);
  }
  return taken;
}

/** Whether a text is about something the person wants left out. */
export function isAvoided(text: string, avoid: readonly string[]): boolean {
  const stems = stemSet(text);
  return avoid.some((wish) => {
    const words = contentStems(wish);
    return words.length > 0 && words.every((word) => stems.has(word));
  });
}

/** Picks the units that fit the position best: by words shared with title, posting and feedback, numbers, recency and variety. Pinned notes always come along. */
export function selectEvidence(evidence: Evidence, wishes: Wishes, seed = 0): Selection {
  const usable = evidence.units.filter(
    (unit) =>
      !unit.spare &&
      unit.id !== 'P0' &&
      unit.id !== 'J0' &&
      !noFact.test(unit.text) &&
      !((unit.kind === 'resume' || unit.kind === 'profile') && heading.test(unit.text)) &&
      !isAvoided(unit.text, wishes.avoid),
  );
  const posting = evidence.units.filter((unit) => unit.kind === 'job' && unit.id !== 'J0').map((unit) => unit.text);
  const query = [evidence.jobTitle, evidence.jobTitle, ...posting].join(' ').slice(0, 8000);
  const wished = new Set(contentStems(wishes.stress));
  const of = (kind: EvidenceUnit['kind']): EvidenceUnit[] => usable.filter((unit) => unit.kind === kind);
  const score = (units: EvidenceUnit[], extra: (unit: EvidenceUnit) => number, words = query): { unit: EvidenceUnit; score: number }[] => {
    const scores = rank(units, words);
    const isWished = (unit: EvidenceUnit): number => {
      const stems = contentStems(unit.text);
      return wished.size === 0
        ? 0
        : (weights.wished * [...wished].filter((stem) => stems.includes(stem)).length) / Math.min(3, wished.size);
    };
    return units
      .map((unit) => ({ unit, score: (scores.get(unit.id) ?? 0) + extra(unit) + isWished(unit) }))
      .sort((a, b) => b.score - a.score);
  };
  const place = (unit: EvidenceUnit): number =>
    Math.max(
      0,
      evidence.roles.findIndex((role) => role.id === unit.role?.id),
    );
  const forResume = (unit: EvidenceUnit): number =>
    (findNumbers(unit.text).length ? weights.number : 0) +
    (measured.test(unit.text) ? weights.result : 0) +
    weights.taste * ((seedOf(`${seed}:${unit.text}`) % 1000) / 1000) +
    Math.max(0, weights.recent - 0.1 * place(unit)) -
    (unit.text.length > 260 ? weights.tooLong : 0);
  const forNote = (unit: EvidenceUnit): number =>
    (findNumbers(unit.text).length ? weights.noteNumber : 0) - (unit.note?.kind === 'posting' ? weights.posting : 0);
  const notes = score(of('note'), forNote, `${query} ${standing}`);
  const pinned = notes.map(({ unit }) => unit).filter((unit) => unit.note?.pinned);
  const pinnedFirst = pinned.filter((unit, index) => pinned.findIndex((other) => other.scope === unit.scope) === index);
  const others = notes.filter(({ unit }) => !unit.note?.pinned);
  // A resume written as prose has its facts among the sentences about the person; the first of them opens the letter.
  const told = of('resume').length < 3 ? [...of('resume'), ...of('profile').slice(1)] : of('resume');
  return {
    resume: takeVaried(score(told, forResume), limits.resume, limits.perRole),
    education: of('education'),
    skills: of('skills'),
    profile: of('profile'),
    notes: [...pinnedFirst, ...takeVaried(others, Math.max(0, limits.notes - pinnedFirst.length), limits.perNote)],
    terms: findJobTerms(evidence, limits.terms),
  };
}
