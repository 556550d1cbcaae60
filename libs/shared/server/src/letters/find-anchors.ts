import type { Anchor, FoundAnchor } from './anchor.ts';
import { findChanges } from './find-changes.ts';
import { findDates, findRelativeYears } from './find-dates.ts';
import { findNames } from './find-names.ts';
import { findRanks } from './find-ranks.ts';
import { findSuperlatives } from './find-superlatives.ts';
import type { EvidenceIndex } from './index-evidence.ts';
import { findNumbers } from './numbers.ts';
import type { ReadClause } from './sentence/read-clauses.ts';
import { readContext } from './support/number-context.ts';
import { readDateContext } from './support/support-date.ts';
import { qualificationClasses } from './vocabulary/qualifications.ts';
import { languages, levels } from './vocabulary/ranks.ts';
import { technologies } from './vocabulary/technologies.ts';
import { tokenize } from './words.ts';

const address = /\bhttps?:\/\/\S+|\bwww\.\S+|[\w.+-]+@[\w-]+\.[\w.]+/giu;
const quoted = /[“"„«]([^“”"„«»]+)(?:[”"“»]|$)|^([^“”"„«»]+)[”»]/gu;
/** A number that names instead of counting: `18th`, `3a`, `2:1`. */
const numberedName = /(?<![\p{L}\p{N}.:/])\d+(?:st|nd|rd|th|\p{L}{1,2}|:\d+)(?![\p{L}\p{N}:])/giu;
const plainOrdinal = /^\d+(?:st|nd|rd|th)$/i;
const asideBefore =
  /\b(?:before|after|prior to)\s+(?:(?:joining|leaving|moving to|my (?:time|years|work|job|stay) (?:at|with|for|in)|I (?:joined|left|came to|moved to))\s+)?(?:the\s+)?$/i;
const blank = (text: string, from: number, length: number): string => text.slice(0, from) + ' '.repeat(length) + text.slice(from + length);

/** Takes what matches out of the sentence, so that nothing else is read into it. */
function take(
  sentence: string,
  pattern: RegExp,
  kind: 'address' | 'quote',
  isWanted: (text: string) => boolean,
): { rest: string; found: FoundAnchor[] } {
  const found: FoundAnchor[] = [];
  let rest = sentence;
  for (const match of sentence.matchAll(pattern)) {
    const text = (match[1] ?? match[2] ?? match[0]).replace(/[.,;)]+$/, '');
    if (!isWanted(text)) continue;
    found.push({ kind, text, at: match.index });
    rest = blank(rest, match.index, match[0].length);
  }
  return { rest, found };
}

function findQualifications(sentence: string): FoundAnchor[] {
  return qualificationClasses.flatMap((pattern): FoundAnchor[] => {
    const match = pattern.exec(sentence);
    return match ? [{ kind: 'qualification', pattern, text: match[0], at: match.index }] : [];
  });
}

/** `fluent in Polish`, `basic KNX`: the level nearest to each language or tool of the same clause. */
function findLevels(clause: ReadClause, sentence: string, named: FoundAnchor[]): FoundAnchor[] {
  const within = (at: number): boolean => at >= clause.from && at < clause.to;
  // Of several, the most modest is meant: `I get by in basic French`.
  const level = levels.findIndex((pattern) => pattern.test(sentence.slice(clause.from, clause.to)));
  const match = levels[level]?.exec(sentence.slice(clause.from, clause.to));
  if (!match) return [];
  return named
    .filter(({ text, at }) => within(at) && (languages.test(text) || (level >= 3 && /expert|proficien/i.test(match[0]))))
    .map(({ text, at }) => ({ kind: 'level', level, of: text, text: `${match[0]} ${text}`, at }));
}

/** The sentence without what it quotes: a quotation is held to its source whole, nothing else is read into it. */
export const blankQuotes = (sentence: string): string => take(sentence, quoted, 'quote', isQuotation).rest;

const isQuotation = (text: string): boolean => text.trim().split(/\s+/).length >= 3;

/** Finds what must be backed: numbers, dates, names, tools, qualifications, ranks, superlatives, levels, quotes, addresses. */
export function findAnchors(sentence: string, clauses: ReadClause[], index: EvidenceIndex): Anchor[] {
  const addresses = take(sentence, address, 'address', () => true);
  const quotes = take(addresses.rest, quoted, 'quote', isQuotation);
  const bare = quotes.rest;
  const found: FoundAnchor[] = [...addresses.found, ...quotes.found];
  const relativeYears = findRelativeYears(bare, index.evidence.today);
  const countable = relativeYears.reduce((rest, { at, text }) => blank(rest, at, text.length), bare);
  for (const number of findNumbers(countable))
    found.push({ kind: 'number', number, context: readContext(bare, number.at, number.unit), text: number.text, at: number.at });
  for (const date of [...findDates(bare), ...relativeYears])
    found.push({ kind: 'date', date, context: readDateContext(bare, date.at), text: date.text, at: date.at });
  for (const match of bare.matchAll(numberedName))
    if (!plainOrdinal.test(match[0]) || !/^\s+(?:of\b|\p{Lu}\p{Ll}+ber\b)/u.test(bare.slice(match.index + match[0].length)))
      found.push({ kind: 'term', text: match[0], at: match.index });
  const qualifications = findQualifications(bare);
  const isQualification = (text: string): boolean => qualificationClasses.some((pattern) => pattern.exec(text)?.[0].length === text.length);
  const names = findNames(bare, index).filter(({ text }) => !isQualification(text));
  const inName = (at: number): boolean => names.some((name) => at >= name.at && at < name.at + name.text.length);
  const named: FoundAnchor[] = names.map(({ text, at }) => ({ kind: 'name', isAside: asideBefore.test(bare.slice(0, at)), text, at }));
  for (const { text, at } of tokenize(bare))
    if (!inName(at) && technologies.has(text.toLowerCase())) named.push({ kind: 'term', text, at });
  found.push(...named, ...qualifications, ...findChanges(bare), ...findSuperlatives(bare));
  for (const clause of clauses) found.push(...findRanks(clause, bare), ...findLevels(clause, bare, named));
  const place = (at: number): number =>
    Math.max(
      0,
      clauses.findLastIndex(({ from }) => at >= from),
    );
  return found.map((anchor) => {
    const clause = place(anchor.at);
    const side = anchor.kind === 'quote' ? 'any' : (clauses[clause]?.sideAt(anchor.at) ?? 'any');
    return { ...anchor, clause, side };
  });
}
