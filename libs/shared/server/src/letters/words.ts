import { remember } from './remember.ts';
import { stem } from './stem.ts';
import { isGeneric } from './vocabulary/generic-words.ts';

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

/** Past forms that do not end in -ed. */
export const irregularPast: ReadonlySet<string> = new Set(
  'led built rebuilt ran taught wrote rewrote grew held sold won made brought kept fell rose gave took began spoke oversaw met set drove chose spent bought dealt cut put did went came left sent won fed dug lent undertook thought paid laid drew found sought lost shut swept rode flew swam sang'.split(
    ' ',
  ),
);

/** Stems of the words that can carry a fact. */
export function contentStems(text: string): string[] {
  return tokenize(text)
    .map((token) => token.text)
    .filter((word) => /\p{L}{2}/u.test(word) && !isGeneric(word))
    .map(stem);
}

/** Every stem in the text, compounds also in parts and as one word: what a content word is looked up in. */
export function stemSet(text: string): Set<string> {
  const stems = new Set<string>();
  for (const { text: word } of tokenize(text)) for (const form of formsOf(word)) stems.add(form);
  return stems;
}

/** The stems a word is known by: `on-call` is itself, `on`, `call` and `oncall`. */
export const formsOf = remember((word: string): readonly string[] =>
  /[-/]/.test(word) ? [stem(word), stem(word.replace(/[-/]/g, '')), ...word.split(/[-/]/).filter(Boolean).map(stem)] : [stem(word)],
);

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
