import { splitSentences, type EvidenceUnit } from '@coverwright/server';
import { lowerFirst, shorten, tidySigns, withoutStop } from './tidy-text.ts';
import { pastForms, thirdForms } from './verbs.ts';

export interface SaidQuote {
  /** Goes on after `I read that `, or stands in quotation marks. */
  text: string;
  isClause: boolean;
}

const swaps: [RegExp, string][] = [
  [/\bwe['’]re\b/gi, 'you are'],
  [/\bwe['’]ve\b/gi, 'you have'],
  [/\bwe['’]ll\b/gi, 'you will'],
  [/\bourselves\b/gi, 'yourselves'],
  [/\bours\b/gi, 'yours'],
  [/\bour\b/gi, 'your'],
  [/\bwe\b/gi, 'you'],
  [/\bus\b/g, 'you'],
];
const own = /\b(?:we|our|us|ourselves)\b/i;
const helping: Record<string, string> = { is: 'are', was: 'were', has: 'have', does: 'do' };
const verbs = /^(?:is|are|was|were|has|have|had|can|will|do|does|did)$/;
/** A beginning that stays true and clear after `I read that`. `It` and `They` need the sentence before. */
const clear =
  /^(?:the|every|each|all|most|many|more than|over|around|about|nearly|almost|half|in|since|from|last|this|today|at|an?|one|two|three|four|five|six|seven|eight|nine|ten|\d)\b/i;
/** A line without a subject: `Rated Outstanding by the CQC in 2024`. */
const done =
  /^(?:rated|voted|named|awarded|founded|established|accredited|certified|registered|based|recogni[sz]ed|shortlisted|nominated|ranked|approved|licensed)\s/i;
const lasting = /^(?:accredited|certified|registered|based|approved|licensed)\s/i;
/** `in 2024, we opened` goes on without the comma after `that`. */
const dated = /^((?:in|since|from)\s(?:\p{Lu}\p{Ll}+\s)?\d{4}),/u;
const longest = 220;

const plainWord = (word: string): string => word.toLowerCase().replace(/[^\p{L}-]/gu, '');

const hasVerb = (text: string): boolean =>
  text
    .split(/\s+/)
    .map(plainWord)
    .some((word) => verbs.test(word) || pastForms.has(word) || thirdForms.has(word) || /[^e]ed$/.test(word));

/** A full stop after some words: whoever wrote it meant a sentence. */
const isSentence = (text: string): boolean => /\.\s*$/.test(text) && text.trim().split(/\s+/).length >= 5;

/** The company's name as the text begins with it: whole, or without the legal form at its end. */
function nameAtStart(text: string, company: string): string | null {
  const words = company.trim().split(/\s+/);
  for (let count = words.length; count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    const isWhole = count === words.length || count >= 2 || words.length === 2;
    if (isWhole && text.startsWith(`${name} `)) return name;
  }
  return null;
}

const be = /^(?:is|are|was|were|has|have|had|can|will|does|do)$/;

/** The bare form of a verb that follows the company's name; null when the word there is a noun, as in `Holm Lodge residents are …`. */
function bareVerb(verb: string, next: string): string | null {
  const known = helping[verb] ?? thirdForms.get(verb) ?? (pastForms.has(verb) ? verb : null);
  if (known !== null) return known;
  if (!/^\p{Ll}{3,}[^s]s$/u.test(verb) || be.test(next) || pastForms.has(next) || thirdForms.has(next)) return null;
  return verb
    .replace(/ies$/, 'y')
    .replace(/(?<=s|x|z|ch|sh)es$/, '')
    .replace(/s$/, '');
}

/** `Holm Lodge cares for 64 residents` said to Holm Lodge: `you care for 64 residents`. */
function toReader(text: string, name: string): string {
  const [verb = '', ...rest] = text.slice(name.length).trim().split(' ');
  const said = bareVerb(verb, rest[0] ?? '');
  return said === null ? text : ['you', said, ...rest].join(' ').replace(/\bits\b/g, 'your');
}

/** A quote about the company turned towards the reader: `We build …` becomes `you build …`; what cannot be turned safely stays verbatim. */
export function sayQuote(unit: EvidenceUnit, company: string, names: ReadonlySet<string> = new Set()): SaidQuote {
  const text = withoutStop(shorten(tidySigns(withoutStop(splitSentences(unit.text)[0] ?? unit.text)), 30));
  const isPlain =
    !/[“”"!?;]|:\s|\b(?:I|my|me|you|your)\b/i.test(text) &&
    text.length <= longest &&
    (/^we\b/i.test(text) || hasVerb(text) || (/^our\b/i.test(text) && isSentence(unit.text)));
  if (isPlain && own.test(text) && (/^(?:we|our)\b/i.test(text) || clear.test(text))) {
    const turned = swaps.reduce((said, [from, to]) => said.replace(from, to), text);
    return { text: lowerFirst(turned, names).replace(dated, '$1'), isClause: true };
  }
  const name = nameAtStart(text, company);
  const follows = name === null ? [] : text.slice(name.length).trim().split(' ');
  const isStatement =
    isPlain ||
    (name !== null && bareVerb(follows[0] ?? '', follows[1] ?? '') !== null && !/[“”"!?;]|:\s|\b(?:I|my|me|you|your)\b/i.test(text));
  if (isStatement && !own.test(text) && name !== null)
    return { text: /\b(?:it|they|their)\b/i.test(text) ? text : toReader(text, name), isClause: true };
  if (isPlain && !own.test(text) && clear.test(text)) return { text: lowerFirst(text, names).replace(dated, '$1'), isClause: true };
  const passive = isPlain || /^\p{Lu}\p{Ll}+ed\s/u.test(text) ? done.exec(text) : null;
  if (passive && !own.test(text) && !/[“”"!?;:]/.test(text))
    return { text: `you ${lasting.test(text) ? 'are' : 'were'} ${lowerFirst(text, names)}`, isClause: true };
  const verbatim = unit.text.length <= longest ? unit.text : (splitSentences(unit.text)[0] ?? unit.text);
  return {
    text: verbatim
      .replace(/[“”"]/g, '’')
      .trim()
      .replace(/([^.!?’])$/, '$1.'),
    isClause: false,
  };
}
