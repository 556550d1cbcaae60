import type { Anchor } from './anchor.ts';
import { stem } from './stem.ts';

type Superlative = Pick<Extract<Anchor, { kind: 'superlative' }>, 'kind' | 'stem' | 'text' | 'at'>;

/** Words that end in -est and compare nothing. */
const noSuperlative =
  /^(?:interest|request|honest|test|contest|protest|rest|arrest|west|northwest|southwest|forest|guest|invest|suggest|best|nearest|latest|earnest|harvest|modest|quest|priest|chest|digest|manifest|earliest|utmost|closest|northeast|attest|nest|pest|vest|zest|detest|conquest|bequest|dearest|kindest|warmest)$/i;
const awards =
  /\b(award(?:s|ed|-winning)?|prizes?|medals?|trophy|accolades?|of the (?:year|month|quarter)|voted|ranked|rated|winner|winning|shortlisted|nominated|finalist|prestigious|recogni[sz]ed (?:as|for|by|with)|honou?red (?:as|by)|commended|commendation|certificate of excellence)\b/giu;
const standing =
  /\b(number one|no\.? ?1|top(?:[- ](?:performing|performer|seller|selling|rated|ranked|three|five|ten|\d+|of the (?:class|table|league)|\p{L}+er))|best(?:[- ](?:performing|selling|rated|known|in[- ]class)|\s+(?:seller|performer|result|branch|team|store|in the|of \d))|leading (?:provider|supplier|company|manufacturer|brand|name|employer|hospital|school|firm|in)|market[- ]lead(?:er|ing)|lead(?:er|ing) in (?:its|the|your)|world[- ]class|world leader|renowned|unrivalled|record[- ](?:breaking|high|year|sales)|youngest|the only|pioneers?|pioneering|(?:the |ranked |came |placed |finished )first (?:in the|in (?:its|my|our)|to (?!last)|of its kind|place|prize|among|\p{L}+ (?:in|to)\b)|first in the|state-of-the-art|cutting[- ]edge|outstanding|excellence)\b/giu;
const estWord = /(?<![\p{L}-])\p{Ll}{3,}est(?![\p{L}])/gu;
const mostWord = /\bthe most \p{Ll}+/gu;

/** `Team Leading in 2020`: a capital within a sentence belongs to a name, prizes aside. */
const isPartOfName = ({ 0: text, index }: RegExpExecArray): boolean =>
  index > 0 && /^\p{Lu}/u.test(text) && !/^(?:Award|Prize|Medal|Winner)/.test(text);

/** Claims to stand above others: `top seller`, `largest`, `award`, `Nurse of the Year`, `first in the region`. */
export function findSuperlatives(sentence: string): Superlative[] {
  const found = new Map<number, Superlative>();
  const add = (text: string, at: number): void => {
    if (!found.has(at))
      found.set(at, {
        kind: 'superlative',
        text,
        stem: stem(text.split(/[\s-]+/).at(text.toLowerCase().startsWith('of the') ? -1 : 0) ?? text),
        at,
      });
  };
  for (const pattern of [awards, standing, mostWord])
    for (const match of sentence.matchAll(pattern)) if (!isPartOfName(match)) add(match[0], match.index);
  for (const match of sentence.matchAll(estWord)) if (!noSuperlative.test(match[0])) add(match[0], match.index);
  return [...found.values()];
}
