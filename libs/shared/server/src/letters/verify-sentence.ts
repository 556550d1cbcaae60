import type { EvidenceSource, SentenceProvenance } from '@coverwright/contracts';
import { type Anchor, findAnchors } from './find-anchors.ts';
import type { EvidenceIndex, IndexedScope, IndexedUnit } from './index-evidence.ts';
import { companyPattern, isModal, readSides, type Side, statesPast, statesPersonFact } from './sentence-sides.ts';
import { supportingUnit } from './support-anchor.ts';
import { contentStems, tokenize } from './words.ts';

export interface SentenceVerdict {
  status: SentenceProvenance['status'];
  sources: EvidenceSource[];
  /** Why it is unsupported, for repair and for the person. */
  reasons: string[];
  anchors: Anchor[];
}

interface Choice {
  person: IndexedScope | null;
  company: IndexedScope | null;
}

const applying = /\b(?:appl(?:y|ying|ication)|position|role|opening|vacancy|opportunity|candidate|post|posting|advert\w*|join)\b/i;
/** Share of a claim's words that its source must have: alone, and when a name or number already ties it to the source. */
const shareNeeded = { alone: 0.5, anchored: 0.34 };

const blank = (sentence: string, pattern: RegExp): string => sentence.replace(pattern, (found) => ' '.repeat(found.length));

function maskKnown(sentence: string, index: EvidenceIndex, isPast: boolean): string {
  const { company, jobTitle } = index.evidence;
  const withoutCompany = blank(sentence, companyPattern(company));
  const at = withoutCompany.indexOf(jobTitle);
  if (at < 0 || (isPast && !applying.test(sentence))) return withoutCompany;
  return withoutCompany.slice(0, at) + ' '.repeat(jobTitle.length) + withoutCompany.slice(at + jobTitle.length);
}

/** Picks one source for the person's facts and one for the company's that together back every anchor, or the pair that backs most. */
function chooseScopes(anchors: Anchor[], index: EvidenceIndex, sentence: string): { choice: Choice; missing: Anchor[] } {
  const backed = new Map(
    [...index.scopes, index.career].map((scope) => [
      scope,
      new Set(anchors.filter((anchor) => supportingUnit(anchor, scope, index, sentence))),
    ]),
  );
  const words = contentStems(sentence);
  const overlaps = new Map([...backed.keys()].map((scope) => [scope, words.filter((word) => scope.stems.has(word)).length]));
  const overlap = (scope: IndexedScope | null): number => (scope && overlaps.get(scope)) ?? 0;
  /** Names of the person's first lines and of the position are true beside any role or source; so is a qualification. */
  const isWide = (anchor: Anchor, side: 'person' | 'company'): boolean =>
    index.scopes.some((scope) => {
      const isGeneral =
        anchor.kind === 'qualification'
          ? side === 'person'
          : anchor.kind !== 'number' && anchor.kind !== 'rank' && (scope.id === 'profile' || scope.id === 'job');
      return isGeneral && scope.side === side && backed.get(scope)?.has(anchor);
    });
  const wide = {
    person: new Set(anchors.filter((anchor) => isWide(anchor, 'person'))),
    company: new Set(anchors.filter((anchor) => isWide(anchor, 'company'))),
  };
  const employers = anchors.filter((anchor) => anchor.kind === 'name' && backed.get(index.career)?.has(anchor)).length;
  const candidates = (side: 'person' | 'company'): (IndexedScope | null)[] => {
    const scopes = index.scopes.filter((scope) => scope.side === side && (overlap(scope) > 0 || (backed.get(scope)?.size ?? 0) > 0));
    return [null, ...scopes, ...(side === 'person' && employers > 1 ? [index.career] : [])];
  };
  const covered = (anchor: Anchor, { person, company }: Choice): boolean => {
    const byPerson = (person !== null && backed.get(person)?.has(anchor)) || wide.person.has(anchor);
    const byCompany = (company !== null && backed.get(company)?.has(anchor)) || wide.company.has(anchor);
    if (anchor.side === 'person') return byPerson;
    return anchor.side === 'company' ? byCompany : byPerson || byCompany;
  };
  let best: { choice: Choice; missing: Anchor[]; score: number } | undefined;
  const companies = candidates('company');
  for (const person of candidates('person')) {
    for (const company of companies) {
      const missing = anchors.filter((anchor) => !covered(anchor, { person, company }));
      const score = overlap(person) + overlap(company) - missing.length * 1000;
      if (!best || score > best.score) best = { choice: { person, company }, missing, score };
    }
  }
  return best ?? { choice: { person: null, company: null }, missing: anchors };
}

/** The words of a claim that its chosen source does not have, when they are too many. */
function unbackedWords(
  sentence: string,
  sideAt: (at: number) => Side,
  side: 'person' | 'company',
  scope: IndexedScope | null,
  isAnchored: boolean,
): string[] {
  const words = tokenize(sentence).filter(({ at }) => {
    const found = sideAt(at);
    return found === side || (side === 'person' && found === 'any');
  });
  const claims = words.flatMap(({ text }) => contentStems(text).map((stem) => ({ text, stem })));
  if (claims.length === 0) return [];
  const missing = claims.filter(({ stem }) => !scope?.stems.has(stem));
  const share = 1 - missing.length / claims.length;
  return share >= (isAnchored ? shareNeeded.anchored : shareNeeded.alone) ? [] : missing.map(({ text }) => text);
}

function toSource({ unit }: IndexedUnit): EvidenceSource {
  if (unit.kind === 'note') return { kind: 'note', id: unit.note?.id ?? unit.id, quote: unit.text, url: unit.note?.url };
  const kind = unit.kind === 'job' || unit.kind === 'profile' ? unit.kind : 'resume';
  return { kind, id: unit.id, quote: unit.text };
}

function collectSources(sentence: string, anchors: Anchor[], scopes: IndexedScope[], index: EvidenceIndex): EvidenceSource[] {
  const chosen = new Set<IndexedUnit>();
  const words = contentStems(sentence);
  for (const scope of scopes) {
    const score = (unit: IndexedUnit): number => words.filter((word) => unit.ownStems.has(word)).length;
    const ranked = [...scope.units].sort((a, b) => score(b) - score(a));
    if (ranked[0] && score(ranked[0]) > 0) chosen.add(ranked[0]);
    for (const anchor of anchors) {
      const backing = supportingUnit(anchor, scope, index, sentence);
      const isKnown = [...chosen].some(
        (unit) => unit.unit.scope === scope.id && supportingUnit(anchor, { ...scope, units: [unit] }, index, sentence),
      );
      if (backing && !isKnown) chosen.add(backing);
    }
  }
  return [...chosen].slice(0, 4).map(toSource);
}

/** Leaves out a scope that only shares words with the sentence, while the other one backs all it says: it is not where it comes from. */
function dropIdle(
  { person, company }: Choice,
  sentence: string,
  anchors: Anchor[],
  sideAt: (at: number) => Side,
  index: EvidenceIndex,
): (IndexedScope | null)[] {
  if (person === null || company === null) return [person, company];
  const words = tokenize(sentence).map(({ text, at }) => ({ side: sideAt(at), stems: contentStems(text) }));
  const shared = (scope: IndexedScope): number => words.filter(({ stems }) => stems.some((stem) => scope.stems.has(stem))).length;
  const isBusy = (scope: IndexedScope, side: 'person' | 'company', other: IndexedScope): boolean =>
    words.some((word) => word.side === side && word.stems.some((stem) => scope.stems.has(stem))) ||
    anchors.some((anchor) => supportingUnit(anchor, scope, index, sentence) && !supportingUnit(anchor, other, index, sentence));
  const busy = { person: isBusy(person, 'person', company), company: isBusy(company, 'company', person) };
  if (busy.person === busy.company) return busy.person ? [person, company] : [shared(company) > shared(person) ? company : person];
  return busy.person ? [person] : [company];
}

/** Holds one sentence to the evidence: every fact must be there, and all facts of one side in one role or one source. */
export function verifySentence(sentence: string, index: EvidenceIndex): SentenceVerdict {
  const { company } = index.evidence;
  const sideAt = readSides(sentence, company);
  const isPast = statesPast(sentence);
  const isPersonClaim = statesPersonFact(sentence);
  const masked = maskKnown(sentence, index, isPast && isPersonClaim);
  const anchors = findAnchors(masked, index, sideAt, isPersonClaim);
  const { choice, missing } = chooseScopes(anchors, index, masked);
  const reasons = missing.map((anchor) => `“${anchor.text}” is not in one place of the evidence`);
  const isSaid = (side: 'person' | 'company'): boolean => anchors.some((anchor) => anchor.side === side || anchor.side === 'either');

  const claimsPerson = isPersonClaim || (sideAt(0) === 'any' && isPast);
  let isClaim = anchors.length > 0;
  if (missing.length === 0) {
    const soft: [boolean, 'person' | 'company'][] = [
      [claimsPerson, 'person'],
      [!isModal(sentence), 'company'],
    ];
    for (const [applies, side] of soft) {
      if (!applies) continue;
      const scope = side === 'person' && sideAt(0) === 'any' ? (choice.person ?? choice.company) : choice[side];
      const words = unbackedWords(masked, sideAt, side, scope, isSaid(side));
      const hasWords = tokenize(masked).some(({ text, at }) => sideAt(at) === side && contentStems(text).length > 0);
      isClaim ||= hasWords;
      if (words.length) reasons.push(`nothing in the evidence says: ${words.join(', ')}`);
    }
  }
  const either = tokenize(masked)
    .filter(({ at }) => sideAt(at) === 'either')
    .flatMap(({ text }) => contentStems(text));
  const quoted = either.filter((word) => choice.company?.stems.has(word)).length;
  isClaim ||= quoted >= 2 && quoted >= either.length * shareNeeded.alone;
  const worksThere =
    isPersonClaim &&
    isPast &&
    !isModal(sentence) &&
    new RegExp(`\\b[Aa]t ${companyPattern(company).source}`, 'u').test(sentence) &&
    !applying.test(sentence);
  const isInResume = index.scopes.some((scope) => scope.side === 'person' && scope.units.some((unit) => unit.text.includes(company)));
  if (worksThere && !isInResume) reasons.push(`the resume does not name ${company} as an employer`);

  if (reasons.length) return { status: 'unsupported', sources: [], reasons, anchors };
  const namesPosition = masked !== sentence;
  if (!isClaim && !namesPosition) return { status: 'framing', sources: [], reasons, anchors };
  const job = namesPosition && !isClaim ? (index.scopes.find((scope) => scope.id === 'job') ?? null) : null;
  const scopes = [...dropIdle(choice, masked, anchors, sideAt, index), job].filter((scope) => scope !== null);
  const sources = collectSources(namesPosition && !isClaim ? sentence : masked, anchors, [...new Set(scopes)], index);
  return { status: sources.length ? 'grounded' : 'framing', sources, reasons, anchors };
}
