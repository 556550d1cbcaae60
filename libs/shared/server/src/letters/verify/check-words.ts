import type { Anchor } from '../anchor.ts';
import type { EvidenceIndex, IndexedScope } from '../index-evidence.ts';
import type { ReadClause } from '../sentence/read-clauses.ts';
import { isComment, isReflection } from '../sentence/read-mood.ts';
import { isFunctionWord } from '../vocabulary/generic-words.ts';
import { isTrait } from '../vocabulary/traits.ts';
import { joinBags, type WordBag } from '../word-bag.ts';
import { sharesName } from './shares-name.ts';
import { type ClaimWord, claimWords, matchWords } from './claim-words.ts';
import type { Backing } from './back-anchors.ts';
import type { Choice } from './choose-scopes.ts';

/**
 * Share of a claim's words that its source must have: alone; when a name or number already ties it to the source; of what was learned,
 * where every word counts; when no word is found as itself; and of
 * claims of two words, of which one is not enough.
 */
const shareNeeded = { alone: 0.5, tied: 0.4, learned: 0.6, loose: 0.7, short: 0.55 };

export interface WordVerdict {
  /** Whether the clause states anything that its words could carry. */
  isClaim: boolean;
  missing: ClaimWord[];
}

const nothing: WordVerdict = { isClaim: false, missing: [] };
const ties = new Set<Anchor['kind']>(['number', 'date', 'change', 'name', 'term', 'quote']);
const possessed =
  /\bmy\s+((?:[\p{L}\p{N}'’/&.+-]+\s+){0,4}?)(?:experience|background|knowledge|skills?|expertise|training|record|years)\b((?:\s+(?:in|with|of|as|on|at|from|using|across)\s+[^,;:.]+)?)/iu;

/** A clause, the place chosen for it and what of it must be backed. */
export interface CheckedClause {
  clause: ReadClause;
  sentence: string;
  choice: Choice;
  anchors: Anchor[];
  index: EvidenceIndex;
  backing: Backing;
}

/** What the person is said to have done or to be: the words must be in the chosen role, helped a little by skills and first lines. */
export function checkPersonWords(checked: CheckedClause): WordVerdict {
  const { clause, sentence, choice, anchors, index } = checked;
  if (clause.isDenied || isReflection(clause.text) || isComment(clause.text) || tellsTrait(clause)) return nothing;
  const possession = possessed.exec(clause.text);
  const states = clause.mood === 'fact' && (clause.side === 'person' || (clause.side === 'any' && clause.isPast));
  if (!states && possession === null) return nothing;
  const from = states ? clause.from : clause.from + (possession?.index ?? 0);
  const to = states ? clause.to : from + (possession?.[0].length ?? 0);
  const isOwn = (at: number): boolean => {
    const side = clause.sideAt(at);
    return at >= from && at < to && (side === 'person' || side === 'any' || (side === 'either' && possession !== null));
  };
  const places = anchors.filter(
    ({ kind, text }) => kind === 'name' && index.evidence.roles.some(({ employer }) => sharesName(employer, text)),
  );
  const words = claimWords(clause, sentence, 'person', isOwn).filter(
    ({ at }) => !places.some((name) => at >= name.at && at < name.at + name.text.length),
  );
  if (words.length === 0) return nothing;
  const scope = choice.person ?? (clause.side === 'any' ? choice.company : null);
  if (isAside(clause, words, anchors)) return nothing;
  // What stands beside any role (a licence, a language) was found without one.
  if (scope === null)
    return {
      isClaim: true,
      missing: words.filter(({ at }) => !anchors.some((anchor) => at >= anchor.at && at < anchor.at + anchor.text.length)),
    };
  if (choice.isBound && fitsAnotherRole(words, scope, index, anchors)) return { isClaim: true, missing: words };
  const needed = shareFor(checked, scope);
  const told = needed === shareNeeded.learned ? words.filter(({ text }) => !ofLearning.test(text)) : words;
  return judge(told, scope, helpOf(scope, index), needed, checked);
}

/** One word and no more: beside what is said (`a list that we update every day`), or a verb without an object (`and I smiled`). */
function isAside({ link, tokens, verb }: ReadClause, words: ClaimWord[], anchors: Anchor[]): boolean {
  const open = words.filter(({ at }) => !anchors.some((anchor) => at >= anchor.at && at < anchor.at + anchor.text.length));
  if (open.length !== 1) return false;
  const isVerb = open[0]?.at === tokens[verb]?.at;
  // `I served my apprenticeship`: what was learned is held to the resume by itself.
  if (anchors.length > 0) return isVerb && anchors.every(({ kind }) => kind === 'qualification' || kind === 'date');
  return link === 'relative' || link === 'that' || link === 'subordinate' || isVerb;
}

/** Said of one role, told by the resume of another: what was done is real, where is not. */
function fitsAnotherRole(words: ClaimWord[], scope: IndexedScope, index: EvidenceIndex, anchors: Anchor[]): boolean {
  const own = matchWords(words, scope, null, anchors).share;
  return index.scopes.some(
    (other) =>
      other.role !== null && other.role !== scope.role && matchWords(words, other, null, anchors).share >= Math.max(0.6, own + 0.25),
  );
}

function shareFor({ clause, anchors, backing }: CheckedClause, scope: IndexedScope): number {
  const kind = scope.units[0]?.unit.kind;
  if (kind === 'education' || anchors.some((anchor) => anchor.kind === 'qualification')) return shareNeeded.learned;
  // A list of skills tells of no deed.
  if (kind === 'skills' && clause.isPast) return shareNeeded.loose;
  const employer = scope.role?.employer ?? null;
  const isTied = anchors.some(
    (anchor) =>
      ties.has(anchor.kind) && !(anchor.kind === 'name' && sharesName(employer, anchor.text)) && backing.unitOf(anchor, scope) !== null,
  );
  return isTied ? shareNeeded.tied : shareNeeded.alone;
}

/** What every entry of an education is, named or not. */
const ofLearning =
  /^(?:training|trained|course|courses|certificates?|certification|certified|qualifications?|qualified|licen[cs]e[ds]?|exam|exams|examination|studied|study|studies|graduated|degree|diploma|registered|registration|passed|earned|obtained|class|school|card|ticket)$/i;

/** `I am punctual and friendly, also on …`: what follows a trait colours it. */
function tellsTrait({ tokens }: ReadClause): boolean {
  const am = tokens.findIndex(({ text }, at) => /^(?:am|i['’]m)$/i.test(text) || (/^(?:be|being)$/i.test(text) && at > 0));
  const next = am < 0 ? undefined : tokens.slice(am + 1).find(({ text }) => !isFunctionWord(text) && !/ly$/.test(text));
  return next !== undefined && isTrait(next.text);
}

/** Skills, first lines and studies are the person's beside any role. */
const helps = new WeakMap<EvidenceIndex, WordBag>();
function helpOf(scope: IndexedScope, index: EvidenceIndex): WordBag | null {
  if (scope.side !== 'person') return null;
  const known =
    helps.get(index) ?? joinBags(index.scopes.filter(({ side, role }) => side === 'person' && role === null).map(({ bag }) => bag));
  helps.set(index, known);
  return known;
}

/** What is done weighs more than on what: a verb that nothing tells of needs the rest of the claim to be told. */
const forUnknownVerb = 0.1;

function judge(
  words: ClaimWord[],
  scope: IndexedScope,
  help: WordBag | null,
  needed: number,
  { anchors, clause }: CheckedClause,
): WordVerdict {
  const { share, missing, total, isAnySame } = matchWords(words, scope, help, anchors);
  const verb = clause.tokens[clause.verb]?.at;
  const isVerbUnknown = words.length > 1 && missing.some(({ at }) => at === verb);
  const least = (isAnySame || total < 2 ? needed : shareNeeded.loose) + (isVerbUnknown ? forUnknownVerb : 0);
  const isShort = total <= 2 && total > 1 && needed === shareNeeded.alone;
  return {
    isClaim: true,
    missing: share >= (isShort ? Math.max(least, shareNeeded.short) : least) ? [] : missing.length ? missing : words,
  };
}

/** What the company is said to be or do: the words must be in one note or in the posting. */
export function checkCompanyWords(checked: CheckedClause): WordVerdict {
  const { clause, sentence, choice, anchors, index } = checked;
  if (clause.mood === 'wish' || clause.mood === 'practical' || clause.isDenied || isComment(clause.text)) return nothing;
  const words = claimWords(clause, sentence, 'company', (at) => clause.sideAt(at) === 'company');
  if (words.length === 0) return nothing;
  const isSaid = clause.side === 'company' && clause.mood === 'fact';
  const scope = choice.company;
  if (scope === null) return isSaid || words.length > 1 ? { isClaim: true, missing: words } : nothing;
  const posting = scope.id === 'job' ? null : (index.scopes.find(({ id }) => id === 'job')?.bag ?? null);
  const verdict = judge(words, scope, posting, anchors.length > 0 ? shareNeeded.tied : shareNeeded.alone, checked);
  // `your patients` takes for granted what nobody doubts.
  return !isSaid && words.length === 1 && verdict.missing.length > 0 ? nothing : verdict;
}
