import type { Anchor } from '../anchor.ts';
import type { EvidenceIndex, IndexedScope } from '../index-evidence.ts';
import type { ReadClause } from '../sentence/read-clauses.ts';
import { isReflection } from '../sentence/read-mood.ts';
import { isFunctionWord } from '../vocabulary/generic-words.ts';
import { isTrait } from '../vocabulary/traits.ts';
import { joinBags, type WordBag } from '../word-bag.ts';
import { type ClaimWord, claimWords, matchWords } from './claim-words.ts';
import type { Choice } from './choose-scopes.ts';

/** Share of a claim's words that its source must have: alone, and when a name or number already ties it to the source. */
const shareNeeded = { alone: 0.5, tied: 0.4, learned: 0.6 };

export interface WordVerdict {
  /** Whether the clause states anything that its words could carry. */
  isClaim: boolean;
  missing: ClaimWord[];
}

const nothing: WordVerdict = { isClaim: false, missing: [] };
const ties = new Set<Anchor['kind']>(['number', 'date', 'change', 'name', 'term', 'qualification', 'quote']);
const possessed =
  /\bmy\s+((?:[\p{L}\p{N}'’/&.+-]+\s+){0,4}?)(?:experience|background|knowledge|skills?|expertise|training|record|years)\b((?:\s+(?:in|with|of|as|on|at|from|using|across)\s+[^,;:.]+)?)/iu;

/** What the person is said to have done or to be: the words must be in the chosen role, helped a little by skills and first lines. */
export function checkPersonWords(
  clause: ReadClause,
  sentence: string,
  choice: Choice,
  anchors: Anchor[],
  index: EvidenceIndex,
): WordVerdict {
  if (clause.isDenied || isReflection(clause.text) || tellsTrait(clause)) return nothing;
  const possession = possessed.exec(clause.text);
  const states = clause.mood === 'fact' && (clause.side === 'person' || (clause.side === 'any' && clause.isPast));
  if (!states && possession === null) return nothing;
  const from = states ? clause.from : clause.from + (possession?.index ?? 0);
  const to = states ? clause.to : from + (possession?.[0].length ?? 0);
  const isOwn = (at: number): boolean => {
    const side = clause.sideAt(at);
    return at >= from && at < to && (side === 'person' || side === 'any' || (side === 'either' && possession !== null));
  };
  const words = claimWords(clause, sentence, 'person', isOwn);
  if (words.length === 0) return nothing;
  const scope = choice.person ?? (clause.side === 'any' ? choice.company : null);
  if (scope === null) return { isClaim: true, missing: words };
  const needed =
    scope.units[0]?.unit.kind === 'education' ? shareNeeded.learned : isTied(anchors, scope) ? shareNeeded.tied : shareNeeded.alone;
  return judge(words, scope, helpOf(scope, index), needed, anchors);
}

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

const isTied = (anchors: Anchor[], scope: IndexedScope): boolean =>
  anchors.some(({ kind, text }) => ties.has(kind) && !(kind === 'name' && (scope.role?.employer?.includes(text) ?? false)));

function judge(words: ClaimWord[], scope: IndexedScope, help: WordBag | null, needed: number, anchors: Anchor[]): WordVerdict {
  const { share, missing } = matchWords(words, scope.units, help, anchors);
  return { isClaim: true, missing: share >= needed ? [] : missing.length ? missing : words };
}

/** What the company is said to be or do: the words must be in one note or in the posting. */
export function checkCompanyWords(
  clause: ReadClause,
  sentence: string,
  choice: Choice,
  anchors: Anchor[],
  index: EvidenceIndex,
): WordVerdict {
  if (clause.mood === 'wish' || clause.mood === 'practical' || clause.isDenied) return nothing;
  const words = claimWords(clause, sentence, 'company', (at) => clause.sideAt(at) === 'company');
  if (words.length === 0) return nothing;
  const posting = index.scopes.find(({ id }) => id === 'job')?.bag ?? null;
  const isSaid = clause.side === 'company' && clause.mood === 'fact';
  const scope = choice.company;
  if (scope === null) return isSaid || words.length > 1 ? { isClaim: true, missing: words } : nothing;
  const verdict = judge(
    words,
    scope,
    scope.id === 'job' ? null : posting,
    anchors.length > 0 ? shareNeeded.tied : shareNeeded.alone,
    anchors,
  );
  // `your patients` takes for granted what nobody doubts.
  return !isSaid && words.length === 1 && verdict.missing.length > 0 ? nothing : verdict;
}
