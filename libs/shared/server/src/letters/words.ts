import { genericWords, synonyms } from './vocabulary.ts';

export interface Token {
  text: string;
  /** Offset in the text it was read from. */
  at: number;
}

const tokenPattern = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[.'’\-/&:+#](?=[\p{L}\p{N}])|[+#](?![\p{L}\p{N}]))*/gu;

/** Words and numbers with their offsets; `Node.js`, `CI/CD`, `C++` and `post-mortem` are one each. */
export function tokenize(text: string): Token[] {
  return [...text.matchAll(tokenPattern)].map((match) => ({ text: match[0], at: match.index }));
}

const irregular: Record<string, string> = {
  led: 'lead',
  built: 'build',
  rebuilt: 'rebuild',
  ran: 'run',
  taught: 'teach',
  wrote: 'write',
  written: 'write',
  grew: 'grow',
  grown: 'grow',
  held: 'hold',
  sold: 'sell',
  won: 'win',
  made: 'make',
  brought: 'bring',
  kept: 'keep',
  fell: 'fall',
  fallen: 'fall',
  rose: 'rise',
  gave: 'give',
  took: 'take',
  began: 'begin',
  spoke: 'speak',
  oversaw: 'oversee',
  met: 'meet',
  set: 'set',
  drove: 'drive',
  chose: 'choose',
  spent: 'spend',
  bought: 'buy',
  dealt: 'deal',
  wired: 'wire',
  people: 'people',
  min: 'minute',
  mins: 'minute',
  hr: 'hour',
  hrs: 'hour',
  yr: 'year',
  yrs: 'year',
};

/** Past forms that do not end in -ed. */
export const irregularPast: ReadonlySet<string> = new Set(
  'led built rebuilt ran taught wrote grew held sold won made brought kept fell rose gave took began spoke oversaw met set drove chose spent bought dealt cut put did went came left sent won fed dug lent'.split(
    ' ',
  ),
);

/** The word without case, inflection and spelling variant, so that `organised` meets `organize`. */
export function stem(word: string): string {
  let base = word
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/'s$|'$/, '');
  base = irregular[base] ?? base;
  if (base.length > 4) {
    base = base
      .replace(/is(e|ed|es|ing|ation|ations)$/, 'iz$1')
      .replace(/(?<=.{3})(?:ations?|ments?|ings?|ed|ers?|ors?|ly)$/, '')
      .replace(/ies$/, 'y')
      .replace(/(?<=[sxz]|ch|sh)es$/, '')
      .replace(/(?<=[^s])s$/, '')
      .replace(/([bdfglmnprt])\1$/, '$1');
  } else {
    base = base.replace(/(?<=[a-z]{2}[^s])s$/, '');
  }
  base = base.length > 3 ? base.replace(/[ey]$/, '') : base;
  return synonyms.get(base) ?? base;
}

/** Stems of the words that can carry a fact, hyphenated words also in parts. */
export function contentStems(text: string): string[] {
  return tokenize(text)
    .map((token) => token.text)
    .filter((word) => /\p{L}{2}/u.test(word) && !genericWords.has(word.toLowerCase().replace(/’/g, "'")))
    .map(stem)
    .filter((word) => !genericWords.has(word));
}

/** Every stem in the text, the parts of compounds too: what a content word is looked up in. */
export function stemSet(text: string): Set<string> {
  const stems = new Set<string>();
  for (const { text: word } of tokenize(text)) {
    stems.add(stem(word));
    if (/[-/]/.test(word)) for (const part of word.split(/[-/]/)) stems.add(stem(part));
  }
  return stems;
}

/** Lower-case words in a row with no punctuation between, for looking up phrases. */
export function phraseForm(text: string): string {
  const words = tokenize(text).map(({ text: word }) =>
    word
      .toLowerCase()
      .replace(/’/g, "'")
      .replace(/'s$|'$/, ''),
  );
  return ` ${words.join(' ')} `;
}
