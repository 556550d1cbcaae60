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
const longest = 220;

const plainWord = (word: string): string => word.toLowerCase().replace(/[^\p{L}-]/gu, '');

const hasVerb = (text: string): boolean =>
  text
    .split(/\s+/)
    .map(plainWord)
    .some((word) => verbs.test(word) || pastForms.has(word) || thirdForms.has(word) || /[^e]ed$/.test(word));

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

/** `Holm Lodge cares for 64 residents` said to Holm Lodge: `you care for 64 residents`. */
function toReader(text: string, name: string): string {
  const [verb = '', ...rest] = text.slice(name.length).trim().split(' ');
  const said = helping[verb] ?? thirdForms.get(verb) ?? (pastForms.has(verb) ? verb : null);
  return said === null ? text : ['you', said, ...rest].join(' ');
}

/** A quote about the company turned towards the reader: `We build …` becomes `you build …`; what cannot be turned safely stays verbatim. */
export function sayQuote(unit: EvidenceUnit, company: string, names: ReadonlySet<string> = new Set()): SaidQuote {
  const text = withoutStop(shorten(tidySigns(withoutStop(splitSentences(unit.text)[0] ?? unit.text)), 30));
  const isPlain = !/[“”"!?;]|:\s|\b(?:I|my|me|you|your)\b/i.test(text) && text.length <= longest && (/^we\b/i.test(text) || hasVerb(text));
  if (isPlain && own.test(text) && (/^(?:we|our)\b/i.test(text) || clear.test(text))) {
    const turned = swaps.reduce((said, [from, to]) => said.replace(from, to), text);
    return { text: lowerFirst(turned, names), isClause: true };
  }
  const name = nameAtStart(text, company);
  if (isPlain && !own.test(text) && name !== null)
    return { text: /\b(?:it|its|they|their)\b/i.test(text) ? text : toReader(text, name), isClause: true };
  if (isPlain && !own.test(text) && clear.test(text)) return { text: lowerFirst(text, names), isClause: true };
  const verbatim = unit.text.length <= longest ? unit.text : (splitSentences(unit.text)[0] ?? unit.text);
  return {
    text: verbatim
      .replace(/[“”"]/g, '’')
      .trim()
      .replace(/([^.!?’])$/, '$1.'),
    isClause: false,
  };
}
