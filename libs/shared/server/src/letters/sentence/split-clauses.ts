import { isDeed } from '../vocabulary/deed-classes.ts';
import { irregularPast, type Token, tokenize } from '../words.ts';

/** How a clause hangs on what stands before it. */
export type Link = 'start' | 'and' | 'relative' | 'participle' | 'subordinate' | 'that' | 'break';

export interface Clause {
  from: number;
  to: number;
  text: string;
  tokens: Token[];
  link: Link;
  /** Index in `tokens` of the first finite verb that can be told from its form, or -1. */
  verb: number;
}

const auxiliary =
  /^(?:am|is|are|was|were|been|have|has|had|do|does|did|can|could|will|would|should|may|might|must|shall|i['’](?:m|ve|d|ll)|you['’](?:re|ve|ll)|we['’](?:re|ve|ll)|it['’]s|that['’]s|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|don['’]t|doesn['’]t|didn['’]t|can['’]t|won['’]t)$/i;
const subject = /^(?:I|you|we|they|it|he|she|who|which|that)$/i;
const adverb =
  /^(?:also|then|now|still|even|later|never|always|often|soon|today|currently|recently|previously|subsequently|personally|regularly|routinely|usually|mostly|both|just|since|once|\p{L}{3,}ly)$/iu;
const determiner =
  /^(?:a|an|the|my|your|our|their|its|his|her|this|these|those|of|in|with|for|no|any|some|each|every|newly|highly|well|fully|more|most|very|\d[\d,.]*)$/i;
const preposition = /^(?:at|on|to|from|by|as|than|about|into|over|under|through|between|during|within|per|not)$/i;
const connective = /^(?:and|but|so|or|yet|plus|then)$/i;
const subordinator = /^(?:while|whereas|where|because|after|before|when|until|although|though|since|as|if|whether|so)$/i;
const relative = /^(?:who|which|whose|whom|that)$/i;
const perceives = /^(?:read|saw|see|seen|noticed?|learn(?:ed|t)?|heard|hear|know|found|say|says|said|understand|mention(?:s|ed)?)$/i;
const ing = /^\p{L}{2,}ing$/iu;
const noParticiple =
  /^(?:during|nothing|something|anything|everything|thing|things|morning|evening|string|spring|king|ring|wing|ceiling|building|housing|training|nursing|engineering|accounting|marketing|lighting|wiring|plumbing|heating|clothing|meeting|setting|opening|hearing|writing|reading|teaching|learning|planning|including|following|regarding|according|being|interesting|exciting|outstanding|leading)$/i;

function isFinite(tokens: Token[], at: number): boolean {
  const word = tokens[at]?.text ?? '';
  const before = tokens[at - 1]?.text ?? '';
  if (auxiliary.test(word)) return true;
  const lower = word.toLowerCase();
  const isPast = irregularPast.has(lower) || /^\p{Ll}{2,}[^e]ed$/u.test(lower);
  if (isPast && /^(?:to|be|being|get|gets|can|will|would|could|should|may|might|must|not)$/i.test(before)) return false;
  if (isPast) return !determiner.test(before) && (!/ly$/.test(before) || subject.test(tokens[at - 2]?.text ?? ''));
  if (adverb.test(word) || !/^\p{Ll}/u.test(word)) return false;
  const subjectAt = adverb.test(before) ? at - 2 : at - 1;
  if (/^(?:I|you|we|they|he|she|it)$/i.test(tokens[at + 1]?.text ?? '')) return false;
  const isFirst = subjectAt === 0 && /^that$/i.test(tokens[0]?.text ?? '');
  return (
    subject.test(tokens[subjectAt]?.text ?? '') && !isFirst && !determiner.test(word) && !preposition.test(word) && !connective.test(word)
  );
}

/** Where a verb phrase may begin after a connective: past adverbs and `to`. */
function skipAdverbs(tokens: Token[], at: number): number {
  let next = at;
  while (adverb.test(tokens[next]?.text ?? '') && next - at < 3) next += 1;
  return next;
}

const isParticiple = (token: Token | undefined): boolean => token !== undefined && ing.test(token.text) && !noParticiple.test(token.text);

/** `With a list that we update daily, I …`: what stands in front only says how or where; it belongs to what follows. */
function isFronted(tokens: Token[], first: number, at: number): boolean {
  const opener = tokens[first]?.text ?? '';
  if (first !== 0 || !/^(?:with|in|on|at|for|during|throughout|across|among|within|under|besides?|alongside|from|thanks)$/i.test(opener))
    return false;
  return !isParticiple(tokens[1]) && tokens.slice(first, at).every(({ text }) => text !== 'I');
}

/** Which link opens at token `at`, if a clause can open there. */
function opensAt(sentence: string, tokens: Token[], first: number, at: number, finite: boolean[], hasVerb: boolean): Link | null {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || !before) return null;
  const gap = sentence.slice(before.at + before.text.length, token.at);
  if (/[;:–—]|[.!?]\s/.test(gap) && !/\d/.test(gap)) return 'break';
  const comma = gap.includes(',');
  const rest = finite.slice(at + 1, at + 14).some(Boolean);
  const next = skipAdverbs(tokens, at + 1);
  if (connective.test(token.text)) {
    const follows = tokens[next];
    if (finite[next] || isParticiple(follows)) return 'and';
    if (comma && tokens.slice(next, next + 8).some(({ text }, after) => /^(?:I|you|we|they|it)$/.test(text) && finite[next + after + 1]))
      return 'break';
    return hasVerb &&
      rest &&
      (subject.test(follows?.text ?? '') ||
        /^(?:my|our|your|the|this|these|it|there|all|both|each|two|three)$/i.test(follows?.text ?? '') ||
        isNounThenVerb(tokens, next, finite))
      ? 'and'
      : null;
  }
  if (/^(?:by|through|without|in|for|of|from)$/i.test(token.text))
    return token.text.toLowerCase() === 'by' && isParticiple(tokens[next]) ? 'participle' : null;
  if (relative.test(token.text)) {
    if (token.text.toLowerCase() === 'that') return rest || finite[at + 1] || perceives.test(before.text) ? 'that' : null;
    return rest || finite[at + 1] || comma ? 'relative' : null;
  }
  if (subordinator.test(token.text)) {
    if (/^as$/i.test(token.text) && !/^(?:I|you|we|they)$/.test(tokens[at + 1]?.text ?? '')) return null;
    return rest || finite[at + 1] || isParticiple(tokens[next]) ? 'subordinate' : null;
  }
  if (!comma) return null;
  if (finite[at] && !auxiliary.test(token.text)) return 'and';
  if (isParticiple(token)) return 'participle';
  if (/^(?:I|you|we|they|it|my|your|this|that|these)$/i.test(token.text) && (rest || finite[at + 1]) && hasVerb)
    return isFronted(tokens, first, at) ? null : 'break';
  return null;
}

/** `I test boards, manage the rota and train new staff`: after `I` in the present, a verb is one that takes an object. */
function goesOnInPresent(tokens: Token[], at: number): boolean {
  const word = tokens[at]?.text ?? '';
  const next = tokens[at + 1]?.text ?? '';
  const subjectAt = tokens.slice(0, at).findLastIndex(({ text }) => /^(?:I|we|you|who)$/.test(text));
  if (subjectAt < 0 || !/^\p{Ll}+$/u.test(word) || !isDeed(word)) return false;
  return (
    /^(?:the|a|an|my|our|your|all|new|their|its|both|\d[\d,.]*|\p{Ll}{3,}s)$/u.test(next) &&
    !/^(?:is|was|has|as|this|process|business)$/.test(next)
  );
}

/** `and deploy time dropped`: a few nouns, then a verb, with nothing between that would make them an object. */
function isNounThenVerb(tokens: Token[], at: number, finite: boolean[]): boolean {
  for (let next = at; next < Math.min(tokens.length, at + 5); next += 1) {
    if (finite[next]) return next > at;
    if (/^(?:of|in|with|for|to|at|on|from|by|and|or)$/i.test(tokens[next]?.text ?? '')) return false;
  }
  return false;
}

/** Cuts a sentence where another verb begins to say something: `I cut A, built B and ran C, which halved D` is four clauses. */
export function splitClauses(sentence: string): Clause[] {
  const tokens = tokenize(sentence);
  const finite = tokens.map((_, at) => isFinite(tokens, at));
  for (const [at, token] of tokens.entries())
    if (
      at > 0 &&
      (connective.test(tokens[at - 1]?.text ?? '') || sentence.slice(0, token.at).trimEnd().endsWith(',')) &&
      goesOnInPresent(tokens, at)
    )
      finite[at] = true;
  const clauses: Clause[] = [];
  let first = 0;
  let link: Link = 'start';
  const close = (end: number): void => {
    const own = tokens.slice(first, end);
    const from = first === 0 ? 0 : (tokens[first]?.at ?? sentence.length);
    const to = end >= tokens.length ? sentence.length : (tokens[end]?.at ?? sentence.length);
    const verb = finite.slice(first, end).indexOf(true);
    if (own.length) clauses.push({ from, to, text: sentence.slice(from, to), tokens: own, link, verb });
  };
  for (let at = 1; at < tokens.length; at += 1) {
    const hasVerb = finite.slice(first, at).some(Boolean) || tokens.slice(first, at).some(isParticiple);
    const opened = opensAt(sentence, tokens, first, at, finite, hasVerb);
    const isLarge = at - first >= (opened === 'break' ? 1 : 2);
    if (opened === null || !isLarge || (!hasVerb && opened !== 'break')) continue;
    close(at);
    first = at;
    link = opened;
  }
  close(tokens.length);
  return clauses;
}
