import { splitSentences, type EvidenceUnit } from '@coverwright/server';
import { lowerFirst, withoutStop } from './say-bullet.ts';

export interface SaidQuote {
  /** Goes on after `I read that `, or stands in quotation marks. */
  text: string;
  isClause: boolean;
}

const swap: [RegExp, string][] = [
  [/\bWe['’]re\b/gi, 'you are'],
  [/\bWe['’]ve\b/gi, 'you have'],
  [/\bourselves\b/gi, 'yourselves'],
  [/\bours\b/gi, 'yours'],
  [/\bour\b/gi, 'your'],
  [/\bwe\b/gi, 'you'],
  [/\bus\b/g, 'you'],
];

/** A quote about the company turned towards the reader: `We build …` becomes `you build …`; what cannot be turned safely stays verbatim. */
export function sayQuote(unit: EvidenceUnit, company: string): SaidQuote {
  const text = withoutStop(splitSentences(unit.text)[0] ?? unit.text);
  const isPlain = !/[“”"!?:;]|\b(?:I|my|me|you|your)\b/i.test(text) && text.length <= 220;
  const hasVerb = /\b(?:is|are|was|were|has|have|had|\p{Ll}{2,}(?:s|ed))\b/u.test(text);
  if (isPlain && /^(?:We|Our)\b/.test(text))
    return { text: swap.reduce((said, [from, to]) => said.replace(from, to), text), isClause: true };
  if (isPlain && hasVerb && (text.startsWith(company) || /^(?:The|Its) /.test(text)) && !/\b(?:we|our|us)\b/i.test(text))
    return { text: lowerCompany(text, company), isClause: true };
  return {
    text: unit.text
      .replace(/[“”"]/g, '’')
      .trim()
      .replace(/([^.!?])$/, '$1.'),
    isClause: false,
  };
}

function lowerCompany(text: string, company: string): string {
  return text.startsWith(company) ? text : lowerFirst(text);
}
