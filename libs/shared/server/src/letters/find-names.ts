import type { EvidenceIndex } from './index-evidence.ts';
import { isGeneric } from './vocabulary/generic-words.ts';
import { technologies } from './vocabulary/technologies.ts';
import { type Token, tokenize } from './words.ts';

const plainCapitals =
  /^(?:I|I['’](?:m|ve|d|ll)|CV|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Mondays|Fridays|Sundays|Saturdays|Mr|Mrs|Ms|Dr|OK)$/;
const isNameLike = (word: string): boolean => /^\p{Lu}/u.test(word) || /^\p{Ll}+(?:\p{Lu}|\d)/u.test(word);

function isName(sentence: string, tokens: Token[], index: number, known: ReadonlySet<string>): boolean {
  const token = tokens[index];
  if (!token || !isNameLike(token.text) || plainCapitals.test(token.text)) return false;
  if (/[\p{L}\p{N}]/u.test(sentence.slice(0, token.at).replace(/^.*[.!?“"]\s*/su, ''))) return true;
  const lower = token.text.toLowerCase().replace(/['’]s$/, '');
  if (/^.+[\p{Lu}\d]/u.test(token.text) && !/^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(token.text)) return true;
  if (isGeneric(lower)) return false;
  if (known.has(lower) || technologies.has(lower)) return true;
  const next = tokens[index + 1];
  return (
    next !== undefined &&
    /^\p{Lu}/u.test(next.text) &&
    !plainCapitals.test(next.text) &&
    sentence.slice(token.at + token.text.length, next.at) === ' '
  );
}

/** Runs of capitalised words, `of` allowed between: `University of Sheffield`, `Head of Engineering`, `Bright Loom GmbH`. */
export function findNames(sentence: string, index: EvidenceIndex): { text: string; at: number }[] {
  const tokens = tokenize(sentence);
  const names: { text: string; at: number }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at];
    if (!first || !isName(sentence, tokens, at, index.knownNames)) continue;
    let last = first;
    for (let next = at + 1; next < tokens.length; next += 1) {
      const token = tokens[next];
      if (!token || !/^(?:\s|\s&\s|\.\s)$/.test(sentence.slice(last.at + last.text.length, token.at))) break;
      const after = tokens[next + 1];
      const joins =
        /^(?:of|de|van|von|der|la|le|&)$/.test(token.text) &&
        after !== undefined &&
        /^\p{Lu}/u.test(after.text) &&
        sentence.slice(token.at + token.text.length, after.at) === ' ';
      if (!joins && (!isNameLike(token.text) || plainCapitals.test(token.text))) break;
      last = token;
      at = next;
    }
    names.push({ text: sentence.slice(first.at, last.at + last.text.length).replace(/['’]s$/, ''), at: first.at });
  }
  return names;
}
