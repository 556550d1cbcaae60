import { normaliseWord } from './parse-words.ts';

/** How a clause hangs on the one before it; `sub` opens with its own subordinator (when, before, if …). */
export type Link = 'start' | 'comma' | 'then' | 'and' | 'or' | 'sub' | 'colon' | 'so' | 'but' | 'break';

export interface Clause {
  link: Link;
  /** Lower-case words joined by single blanks; `URL`, `QUOTE` and `NAME` stand for an address, a quotation, a capitalised name. */
  words: string;
  /** Positions in the list of addresses. */
  urls: number[];
}

export interface Sentence {
  question: boolean;
  clauses: Clause[];
}

const TOKENS = /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_'’ʼ-]*|[\uE000\uE001]|[^\s]|\n/gu;
const SOFT: Record<string, Link> = {
  ',': 'comma', '(': 'comma', ')': 'comma', '[': 'comma', ']': 'comma', ':': 'colon', ';': 'break', '–': 'break', '—': 'break', '…': 'break', '|': 'break',
  '-': 'break', '→': 'then', '⇒': 'then', '➜': 'then', '➡': 'then', '>': 'then', '&': 'and', '+': 'and',
}; // prettier-ignore
const LINK_WORDS: Record<string, Link> = {
  and: 'and',
  n: 'and',
  then: 'then',
  or: 'or',
  but: 'but',
  plus: 'and',
  although: 'but',
  so: 'so',
  therefore: 'so',
  followed: 'then',
};
const SUBORDINATORS = new Set('when whenever once after before if unless until because since while without instead rather as'.split(' '));
const STRENGTH: Link[] = ['start', 'comma', 'then', 'and', 'or', 'sub', 'colon', 'so', 'but', 'break'];
const NO_AND_SPLIT = new Set('ahead go try come on favour favor dear love kind'.split(' '));

/** Splits a text into sentences and clauses. Linear; abbreviations cost at worst a needless split. */
export function splitClauses(text: string): Sentence[] {
  const reader = new ClauseReader(/\p{Ll}/u.test(text) === false);
  const prepared = text
    .replace(/\(\s*\uE000\s*\)/g, ' \uE000 ')
    .replace(/\b(?:e\.g|i\.e|eg|ie)\.?(?=[\s,])/gi, 'forexample')
    .replace(/(?:-|=)+>/g, ' → ')
    .replace(/\.{3,}/g, '…')
    .replace(/^[^\S\n]*(?:[-*•]|\d{1,2}[.)])[^\S\n]+/gm, '');
  const tokens = prepared.match(TOKENS) ?? [];
  for (const [index, token] of tokens.entries()) reader.take(token, tokens[index + 1] ?? '');
  return reader.finish();
}

class ClauseReader {
  private readonly sentences: Sentence[] = [];
  private clauses: Clause[] = [];
  private words: string[] = [];
  private urls: number[] = [];
  private link: Link = 'start';
  private urlCount = 0;

  private readonly shouting: boolean;

  constructor(shouting: boolean) {
    this.shouting = shouting;
  }

  take(token: string, next: string): void {
    if (/^[.!?]$/.test(token)) return this.endSentence(token === '?');
    if (token === '\n') {
      if (this.words.length > 0 && !/^\p{Ll}/u.test(next)) this.endSentence(false);
      return;
    }
    if (token === ':' && next === '\uE000') return;
    const soft = SOFT[token];
    if (soft) return this.endClause(soft);
    if (!/[\p{L}\p{N}\uE000\uE001]/u.test(token)) return;
    if (token === '\uE000') this.urls.push(this.urlCount++);
    const previous = this.words.at(-1) ?? '';
    for (const word of normaliseWord(token, previous, this.shouting).split(' ')) this.takeWord(word, next.toLowerCase());
  }

  finish(): Sentence[] {
    this.endSentence(false);
    return this.sentences;
  }

  private takeWord(word: string, next: string): void {
    const previous = this.words.at(-1) ?? '';
    const link = LINK_WORDS[word];
    if (link && !this.keepsTogether(word, previous, next)) return this.endClause(link);
    if (word === 'by' && this.words.length === 0 && this.link === 'then') return;
    if (this.opensClause(word, previous, next)) this.endClause('sub');
    this.words.push(word);
  }

  private keepsTogether(word: string, previous: string, next: string): boolean {
    if (word === 'and') return NO_AND_SPLIT.has(previous);
    if (word === 'so')
      return /^(?:that|much|far|many|long|good|well|kind|as)$/.test(next) || /^(?:do|think|say|if|be|not|or|make|are|is)$/.test(previous);
    return word === 'followed' ? next !== 'by' : false;
  }

  private opensClause(word: string, previous: string, next: string): boolean {
    if (this.words.length === 0) return false;
    if (word === 'as') return next === 'soon';
    if (word === 'rather' || word === 'instead') return next === 'than' || next === 'of';
    if (word === 'once') return previous !== 'at' && next !== 'more' && next !== 'again';
    if (word === 'if') return !/^(?:know|see|even|check|as|wonder|wondering|out|sure|tell|me|what|ask)$/.test(previous);
    if (word === 'when') return !/^(?:know|see|since|tell|me|out|check|say|just)$/.test(previous);
    if (word === 'please') return /^\p{L}/u.test(next) && !/^(?:a|an|the|my|one|another|me)$/.test(next);
    if (/^(?:could|can|would)$/.test(word))
      return next === 'you' && !/^(?:how|what|when|why|where|which|who|if|that|you|i)$/.test(previous);
    return SUBORDINATORS.has(word) && previous !== 'even';
  }

  private endClause(link: Link): void {
    if (this.words.length > 0) {
      this.clauses.push({ link: this.link, words: this.words.join(' '), urls: this.urls });
      this.words = [];
      this.urls = [];
      this.link = link;
      return;
    }
    // At the start of a sentence "And", "So" or "But" join nothing.
    if (this.clauses.length > 0 && STRENGTH.indexOf(link) > STRENGTH.indexOf(this.link)) this.link = link;
  }

  private endSentence(question: boolean): void {
    this.endClause('start');
    const previous = this.sentences.at(-1);
    if (this.clauses.length > 0) this.sentences.push({ question, clauses: this.clauses });
    else if (question && previous) previous.question = true;
    this.clauses = [];
    this.link = 'start';
  }
}
