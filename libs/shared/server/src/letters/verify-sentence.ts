import type { EvidenceSource, SentenceProvenance } from '@coverwright/contracts';
import type { Anchor } from './anchor.ts';
import { blankQuotes, findAnchors } from './find-anchors.ts';
import type { EvidenceIndex, IndexedScope } from './index-evidence.ts';
import { maskPosition } from './sentence/mask-position.ts';
import { readClauses } from './sentence/read-clauses.ts';
import { speaksOfEmployment } from './sentence/speaks-of-employment.ts';
import { backAnchors } from './verify/back-anchors.ts';
import { readClaims } from './verify/claim-reader.ts';
import { checkCompanyWords, checkPersonWords } from './verify/check-words.ts';
import { type Choice, chooseScopes } from './verify/choose-scopes.ts';
import { limitSources, sourcesOf, toSource } from './verify/collect-sources.ts';
import { type Group, groupClauses } from './verify/group-clauses.ts';
import { isExempt } from './verify/is-exempt.ts';

export interface SentenceVerdict {
  status: SentenceProvenance['status'];
  sources: EvidenceSource[];
  /** Why it is unsupported, for repair and for the person. */
  reasons: string[];
  anchors: Anchor[];
  /** Ids of the roles it speaks of, for a next sentence that goes on with `There …` or `In that role …`. */
  roles: string[];
}

/** Words that bind a sentence to the one before it. */
const goesOn =
  /^\s*(?:there\b|here\b|in (?:that|this|the same) (?:role|position|job|post|time|capacity|team|place)\b|in (?:both|doing so)\b|while (?:there|in that role)\b|during (?:that|this|my) time(?: there)?\b|alongside that\b|at the same (?:time|place|firm|company|school|hospital)\b|I did (?:this|that|so)\b|(?:this|that|these|those|it)\b(?! is (?:why|what))|its\b|the same\b|as (?:part of that|a result)\b|with (?:that|this)\b|among (?:them|those)\b|my (?:work|duties|tasks|role|time|job) there\b)/i;

/** Chooses where each clause comes from, the role named last holding for what follows in the sentence. */
function chooseAll(
  groups: Group[],
  before: IndexedScope[] | null,
  choose: (group: Group, inherited: IndexedScope[] | null) => Map<number, Choice>,
): { choices: Map<number, Choice>; roles: IndexedScope[] } {
  const choices = new Map<number, Choice>();
  let roles = before;
  for (const group of groups) {
    for (const [at, choice] of choose(group, group.isAboutSkill && group.roles === null ? null : roles)) choices.set(at, choice);
    if (group.roles !== null) roles = group.roles;
  }
  const used = [...choices.values()].flatMap(({ person }) => (person?.role ? [person] : []));
  return { choices, roles: used.length ? used : (roles ?? []) };
}

/**
 * Holds one sentence to the evidence: every fact must be there, and what is said of one place in one role or one source.
 * `previous` is the verdict on the sentence before, for one that goes on with it.
 */
export function verifySentence(sentence: string, index: EvidenceIndex, previous?: Pick<SentenceVerdict, 'roles'>): SentenceVerdict {
  const { company } = index.evidence;
  const masked = maskPosition(sentence, index.evidence);
  const clauses = readClauses(blankQuotes(masked.kept), company);
  const anchors = findAnchors(masked.blanked, clauses, index).filter((anchor) => !isExempt(anchor, clauses, masked.blanked));
  const backing = backAnchors(index, anchors);
  const groups = groupClauses(clauses, anchors, masked.blanked, index, backing);
  const before =
    previous && goesOn.test(sentence) ? index.scopes.filter(({ id, role }) => role !== null && previous.roles.includes(id)) : [];
  const reader = readClaims(masked.blanked);
  const chooser = { index, backing, reader, clauses, anchors };
  const { choices, roles } = chooseAll(groups, before.length ? before : null, (group, inherited) =>
    chooseScopes(chooser, group, inherited),
  );

  const reasons: string[] = [];
  let isClaim = anchors.length > 0;
  for (const [at, clause] of clauses.entries()) {
    const choice = choices.get(at);
    if (!choice) continue;
    const own = anchors.filter((anchor) => anchor.clause === at);
    reasons.push(...choice.missing.map(({ text }) => `“${text}” is not in one place of the evidence`));
    for (const check of [checkPersonWords, checkCompanyWords]) {
      const { isClaim: claims, missing } = check({ clause, sentence: masked.blanked, choice, anchors: own, index, backing });
      isClaim ||= claims;
      if (missing.length && choice.missing.length === 0)
        reasons.push(`nothing in the evidence says: ${missing.map(({ text }) => text).join(', ')}`);
    }
  }
  if (speaksOfEmployment(sentence, index.evidence)) reasons.push(`the resume does not name ${company} as an employer`);

  const result = { anchors, roles: roles.map(({ id }) => id) };
  if (reasons.length) return { status: 'unsupported', sources: [], reasons: [...new Set(reasons)], ...result };
  const units = clauses.flatMap((clause, at) => {
    const choice = choices.get(at);
    return choice ? sourcesOf({ clause, choice, anchors: anchors.filter((anchor) => anchor.clause === at), reader, backing }) : [];
  });
  if (isClaim) {
    const sources = limitSources(units);
    return { status: sources.length ? 'grounded' : 'framing', sources, reasons, ...result };
  }
  const position = masked.namesPosition ? index.scopes.find(({ id }) => id === 'job')?.units[0] : undefined;
  return position
    ? { status: 'grounded', sources: [toSource(position)], reasons, ...result }
    : { status: 'framing', sources: [], reasons, ...result };
}
