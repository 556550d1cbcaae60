import { irregularPast } from '../words.ts';
import { companyPattern } from './company-name.ts';
import { isDenied, isPerception, type Mood, readMood } from './read-mood.ts';
import { type Clause, splitClauses } from './split-clauses.ts';

/**
 * Whom a part of a sentence speaks of. `either`: something the person saw, felt or wishes, so that both may be meant;
 * `any`: neither is named.
 */
export type Side = 'person' | 'company' | 'either' | 'any';

export interface ReadClause extends Clause {
  /** Of the clause's subject. */
  side: Side;
  /** Whether the clause names its subject, and does not only go on with the one before. */
  hasSubject: boolean;
  mood: Mood;
  isPast: boolean;
  isDenied: boolean;
  /** For an offset of the sentence. */
  sideAt: (at: number) => Side;
}

const own = /^(?:I|me|my|mine|myself|we|our|us|ours|I['’](?:m|ve|d|ll)|we['’](?:re|ve|d|ll))$/i;
const theirs = /^(?:you|your|yours|you['’](?:re|ve|d|ll))$/i;
const subjectOwn = /^(?:I|we|I['’](?:m|ve|d|ll)|we['’](?:re|ve|d|ll))$/i;
const subjectTheirs = /^(?:you|you['’](?:re|ve|d|ll))$/i;
const back = /^(?:it|they|this|that|these|those|who|which|he|she|its|their)$/i;
const organisation =
  /\b(?:the (?:company|organisation|organization|firm|school|hospital|hospice|charity|team|trust|business|practice|agency|council|university)|its|their)\b/gi;
const phraseEnd =
  /[,;:.!?()–—]|\b(?:and|but|or|at|in|on|for|with|by|from|to|as|is|are|was|were|has|have|had|who|which|that|where|when|because|while|since|would|will|can|could|matters?|aligns?|appeals?|fits?|caught|makes?|made)\b/iu;

/** What the person has is claimed in a wish too: `I would bring ten years of …`. */
const possession = /\b(?:my|bring\w*|offer\w*|contribute|experience|background|knowledge|skills?|years)\b/i;

interface Span {
  from: number;
  to: number;
  side: Side;
}

const pastIn = ({ tokens, verb }: Clause): boolean =>
  tokens.some(({ text }, at) => {
    const lower = text.toLowerCase();
    if (/^(?:was|were|did|had)$/.test(lower)) return true;
    if (at < verb || /^(?:be|to|get|being|been)$/i.test(tokens[at - 1]?.text ?? '')) return false;
    return irregularPast.has(lower) || /^\p{Ll}{2,}[^e]ed$/u.test(lower);
  });

/** Side of the clause's subject: what stands before its verb, read from the verb backwards. */
function subjectOf(clause: Clause, names: Span[]): Side | null {
  const { tokens, verb } = clause;
  const head = verb >= 0 ? tokens.slice(0, verb + 1) : tokens;
  const inName = (at: number): boolean => names.some(({ from, to }) => at >= from && at < to);
  // `it tells you how …`: a pronoun before a question word is an object.
  const contracted = head.find(
    ({ text }, at) =>
      (subjectOwn.test(text) || subjectTheirs.test(text)) &&
      !/^(?:how|what|why|when|where|that|to|the|a|an|my|of)$/i.test(head[at + 1]?.text ?? ''),
  );
  if (contracted) return subjectOwn.test(contracted.text) ? 'person' : 'company';
  const first = head.find(
    ({ text, at }, index) => own.test(text) || (theirs.test(text) && (index < 2 || !/^you$/i.test(text))) || inName(at),
  );
  if (first && !(verb === 0)) return own.test(first.text) ? 'person' : isObjectOfPreposition(clause, first.at) ? 'any' : 'company';
  const before = head
    .slice(0, Math.max(0, head.length - 1))
    .filter(({ text }) => !/^(?:and|but|or|so|then|yet|also|who|which|that|since|while|after|before|when|\p{L}+ly)$/iu.test(text));
  if ((verb >= 0 && before.length === 0) || head.length === 0) return null;
  const opener = clause.link === 'that' && verb !== 1 ? head[1] : head[0];
  if (back.test(opener?.text ?? '') || back.test(head.at(-2)?.text ?? '')) return null;
  return 'any';
}

const isObjectOfPreposition = ({ text, from }: Clause, at: number): boolean =>
  /\b(?:at|for|to|with|of|in|on|by|from|join|joining)\s+(?:the\s+)?$/i.test(text.slice(0, at - from));

/** Parts of a clause that speak of the other side: `your backend team` in what I say, `to me as a lead` in what is said of you. */
function innerSpans(clause: Clause, side: Side, mood: Mood, names: Span[]): Span[] {
  const spans: Span[] = [];
  for (const [index, { text, at }] of clause.tokens.entries()) {
    const next = clause.tokens[index + 1];
    if (/^(?:your|yours)$/i.test(text) && side !== 'company')
      spans.push(mood === 'feeling' ? { from: at, to: clause.to, side: 'company' } : phrase(clause, at, 'company'));
    else if (/^(?:my|our)$/i.test(text) && (side !== 'person' || mood === 'feeling')) spans.push(phrase(clause, at, 'person'));
    else if (
      (subjectOwn.test(text) || /^(?:me|myself)$/i.test(text)) &&
      (side !== 'person' || mood === 'feeling') &&
      index > 0 &&
      spans.length + Number(side !== 'person') > 0
    )
      spans.push({ from: at, to: clause.to, side: 'person' });
    else if (subjectTheirs.test(text) && side === 'person' && index > 0 && next && !isAddressed(clause, at))
      spans.push({ from: at, to: clause.to, side: 'company' });
  }
  if (side !== 'company')
    for (const name of names)
      if (name.from >= clause.from && name.to <= clause.to && isSubjectName(clause, name))
        spans.push({ ...name, to: clause.to, side: 'company' });
  return spans.sort((a, b) => a.from - b.from);
}

/** `to you`, `offer you`: spoken to, not spoken of. */
const isAddressed = ({ text, from }: Clause, at: number): boolean =>
  /\b(?:to|for|with|from|of|tell|show|give|offer|bring|help|support|join|thank|meet|hear|send|ask|assure)\s+$/i.test(
    text.slice(0, at - from),
  );

const isSubjectName = (clause: Clause, name: Span): boolean =>
  !isObjectOfPreposition(clause, name.from) && /^\s+(?:is|are|was|has|uses?|\p{Ll}+s)\b/u.test(clause.text.slice(name.to - clause.from));

function phrase(clause: Clause, at: number, side: Side): Span {
  const rest = clause.text.slice(at - clause.from);
  const end = phraseEnd.exec(rest.slice(4));
  return { from: at, to: end ? at + 4 + end.index : clause.to, side };
}

function companySpans(sentence: string, company: string): Span[] {
  return [...sentence.matchAll(companyPattern(company)), ...sentence.matchAll(organisation)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    side: 'company' as const,
  }));
}

/** Clauses of a sentence with whom each speaks of, and whether it states anything. */
export function readClauses(sentence: string, company: string): ReadClause[] {
  const names = companySpans(sentence, company);
  const clauses: ReadClause[] = [];
  for (const clause of splitClauses(sentence)) {
    const before = clauses.at(-1);
    const told = clause.link === 'participle' ? null : subjectOf(clause, names);
    // `I read that the depot got …`: who is read about is not the reader.
    const isUnnamed = clause.link === 'that' && before?.mood === 'feeling' && (told === 'any' || told === null);
    const isOpinion = isUnnamed && !isPerception(before.text);
    const found = isUnnamed ? (isOpinion ? 'any' : 'company') : told;
    const inherited = before?.side ?? (clause.link === 'start' && startsWithPerson(sentence) ? 'person' : 'any');
    const side = found === null ? inherited : found;
    const ownMood = readMood(clause.text);
    // `I would like to meet you and hear …`: the wish goes on; `I read that you opened …`: what was read is a statement.
    const goesOn =
      before !== undefined && found === null && clause.link !== 'that' && clause.link !== 'break' && clause.link !== 'relative';
    const mood = isOpinion ? 'feeling' : goesOn && ownMood === 'fact' && before.mood !== 'feeling' ? before.mood : ownMood;
    const isOpen = mood === 'feeling' || mood === 'courtesy' || (mood === 'wish' && !possession.test(clause.text));
    const base: Side = side === 'person' && isOpen ? 'either' : side;
    const spans = innerSpans(clause, side, mood, names);
    clauses.push({
      ...clause,
      side,
      hasSubject: found !== null,
      mood,
      isPast: pastIn(clause),
      isDenied: isDenied(clause.text),
      sideAt: (at) => spans.findLast((span) => at >= span.from && at < span.to)?.side ?? base,
    });
  }
  return clauses;
}

/** `By moving …, I cut …`: what stands before the first subject is the person's when the sentence goes on with it. */
const startsWithPerson = (sentence: string): boolean => /^[^,]*,\s+I\b/.test(sentence);
