import type { EvidenceIndex } from './index-evidence.ts';
import { findNumbers, type NumberMention } from './numbers.ts';
import type { Side } from './sentence-sides.ts';
import { genericWords, qualificationClasses, rankClasses, technologies } from './vocabulary.ts';
import { stem, type Token, tokenize } from './words.ts';

/** A part of a sentence that is true only if the evidence has it. */
export type Anchor = { text: string; at: number; side: Side } & (
  | { kind: 'number'; number: NumberMention }
  | { kind: 'name' | 'term' | 'address' }
  | { kind: 'qualification'; pattern: RegExp }
  | { kind: 'rank'; stems: string[] }
);

const plainCapitals =
  /^(?:I|I['’](?:m|ve|d|ll)|CV|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|English)$/;
const address = /\bhttps?:\/\/\S+|\bwww\.\S+|[\w.+-]+@[\w-]+\.[\w.]+/giu;
const rankNoun =
  /\b(?:as|was|am|became|been|being)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(manager|director|head|chief|principal|president|founder|co-founder|owner|supervisor|chair|partner)\b/giu;

const isNameLike = (word: string): boolean => /^\p{Lu}/u.test(word) || /^\p{Ll}+(?:\p{Lu}|\d)/u.test(word);

function startsSentence(sentence: string, token: Token): boolean {
  return !/[\p{L}\p{N}]/u.test(sentence.slice(0, token.at));
}

function isName(sentence: string, tokens: Token[], index: number, known: ReadonlySet<string>): boolean {
  const token = tokens[index];
  if (!token || !isNameLike(token.text) || plainCapitals.test(token.text)) return false;
  if (!startsSentence(sentence, token)) return true;
  const lower = token.text.toLowerCase().replace(/['’]s$/, '');
  if (genericWords.has(lower)) return false;
  if (known.has(lower) || technologies.has(lower) || /^.+[\p{Lu}\d]/u.test(token.text)) return true;
  const next = tokens[index + 1];
  return (
    next !== undefined &&
    /^\p{Lu}/u.test(next.text) &&
    !plainCapitals.test(next.text) &&
    sentence.slice(token.at + token.text.length, next.at) === ' '
  );
}

/** Runs of capitalised words, `of` allowed between: `University of Sheffield`, `Head of Engineering`, `Bright Loom GmbH`. */
function findNames(sentence: string, known: ReadonlySet<string>): { text: string; at: number }[] {
  const tokens = tokenize(sentence);
  const names: { text: string; at: number }[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const first = tokens[index];
    if (!first || !isName(sentence, tokens, index, known)) continue;
    let last = first;
    for (let next = index + 1; next < tokens.length; next += 1) {
      const token = tokens[next];
      if (!token || !/^(?:\s|\s&\s|\.\s)$/.test(sentence.slice(last.at + last.text.length, token.at))) break;
      const after = tokens[next + 1];
      const joins =
        /^(?:of|de|van|von|&)$/.test(token.text) &&
        after !== undefined &&
        /^\p{Lu}/u.test(after.text) &&
        sentence.slice(token.at + token.text.length, after.at) === ' ';
      if (!joins && (!isNameLike(token.text) || plainCapitals.test(token.text))) break;
      last = token;
      index = next;
    }
    names.push({ text: sentence.slice(first.at, last.at + last.text.length).replace(/['’]s$/, ''), at: first.at });
  }
  return names;
}

/** Finds what must be backed: numbers, names, tools, qualifications, ranks, addresses. `sideAt` tells whom each is said of. */
export function findAnchors(sentence: string, index: EvidenceIndex, sideAt: (at: number) => Side, isPersonClaim: boolean): Anchor[] {
  const anchors: Anchor[] = [];
  const addresses = [...sentence.matchAll(address)];
  for (const match of addresses)
    anchors.push({ kind: 'address', text: match[0].replace(/[.,;)]+$/, ''), at: match.index, side: sideAt(match.index) });
  const bare = sentence.replace(address, (found) => ' '.repeat(found.length));
  for (const number of findNumbers(bare))
    anchors.push({ kind: 'number', number, text: number.text, at: number.at, side: sideAt(number.at) });
  const names = findNames(bare, index.knownNames);
  for (const { text, at } of names) {
    if (!qualificationClasses.some((pattern) => pattern.exec(text)?.[0].length === text.length))
      anchors.push({ kind: 'name', text, at, side: sideAt(at) });
  }
  for (const { text, at } of tokenize(bare)) {
    const isInName = names.some((name) => at >= name.at && at < name.at + name.text.length);
    if (!isInName && technologies.has(text.toLowerCase())) anchors.push({ kind: 'term', text, at, side: sideAt(at) });
  }
  for (const pattern of qualificationClasses) {
    const match = pattern.exec(bare);
    if (match) anchors.push({ kind: 'qualification', pattern, text: match[0], at: match.index, side: sideAt(match.index) });
  }
  if (!isPersonClaim) return anchors;
  for (const match of bare.matchAll(rankNoun)) {
    const text = match[1] ?? '';
    anchors.push({ kind: 'rank', stems: [stem(text)], text, at: match.index, side: 'person' });
  }
  for (const { text, at } of tokenize(bare)) {
    const stems = /(?:ed|ing)$|^(?:led|won|hired|lead|manage|direct|mentor|train|coach|supervise)$/i.test(text)
      ? rankClasses.find((members) => members.includes(stem(text)))
      : undefined;
    if (stems && sideAt(at) === 'person') anchors.push({ kind: 'rank', stems, text, at, side: 'person' });
  }
  return anchors;
}
