import { contentStems, findNumbers, stemSet } from '@coverwright/server';

/** `supported`: the claim may stand. `unclear`: it may say more than the quote. `contradicted`: it has a number or a name that the quote has not. */
export type ClaimVerdict = 'supported' | 'unclear' | 'contradicted';

/** A claim that shares less of its words with the quote says something else. */
const MIN_SHARED = 0.5;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[.'’&+#/-](?=[\p{L}\p{N}]))*/gu;
/** In these languages every noun has a capital. */
const CAPITAL_NOUNS = /\b(?:und|der|die|das|ist|wir|für|mit|unsere?|sich)\b/i;

/** Are a claim's numbers and names in its quote? The company's own name says who is meant and is no reason against a quote. */
export function checkClaim(claim: string, quote: string, companyName: string): ClaimVerdict {
  if (!hasNumbers(claim, quote)) return 'contradicted';
  const known = wordsOf(quote);
  const own = wordsOf(companyName);
  const quoted = stemSet(quote);
  // A word that only begins a sentence is as good as in the quote when it says nothing, or is there in another form.
  const isWordOfQuote = (word: string) => contentStems(word).every((stem) => quoted.has(stem));
  const missing = namesIn(claim).filter((name) => !known.has(name.word) && !(name.mayBeWord && isWordOfQuote(name.word)));
  if (missing.some((name) => !own.has(name.word) && !name.mayBeWord)) return CAPITAL_NOUNS.test(quote) ? 'unclear' : 'contradicted';
  if (missing.length > 0) return 'unclear';
  const stems = contentStems(claim);
  const shared = stems.filter((stem) => quoted.has(stem)).length;
  return shared >= stems.length * MIN_SHARED ? 'supported' : 'unclear';
}

function hasNumbers(claim: string, quote: string): boolean {
  const digits = new Set(quote.match(/\p{Nd}+/gu));
  const amounts = findNumbers(quote);
  const written = findNumbers(claim);
  const isKnown = (value: number, base: string) => amounts.some((amount) => amount.value === value && amount.unit.base === base);
  if (!written.every(({ value, unit }) => isKnown(value, unit.base))) return false;
  // Digits that are part of a name or of another script are no amounts.
  const rest = written.reduce((text, { text: amount }) => text.replace(amount, ' '), claim);
  return (rest.match(/\p{Nd}+/gu) ?? []).every((run) => digits.has(run));
}

/** Capitalised words and words with capitals or digits inside. At the start of a sentence, a capital alone may be a word like any other. */
function namesIn(text: string): { word: string; mayBeWord: boolean }[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const starts = /(?:^|[.!?:]\s+["“'‘]?)$/u.test(text.slice(Math.max(0, index - 4), index));
    const isMarked = /^.+[\p{Lu}\p{Nd}]/u.test(word);
    if (!/^\p{Lu}/u.test(word) && !isMarked) return [];
    if (/^\p{Nd}/u.test(word)) return [];
    return [{ word: fold(word), mayBeWord: starts && !isMarked }];
  });
}

function wordsOf(text: string): Set<string> {
  const words = [...text.matchAll(WORD)].map(([word]) => fold(word));
  return new Set([...words, ...words.flatMap((word) => word.split(/[.'&+#/-]/))]);
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll('’', "'").replace(/'s$/, '');
}
