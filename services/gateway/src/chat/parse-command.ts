import type { Action } from '@coverwright/contracts';
import type { Act } from './parse-acts.ts';
import { splitClauses, type Sentence } from './parse-clauses.ts';
import { readForeign } from './parse-foreign.ts';
import { keepOwnWords, URL_MARK } from './parse-own-words.ts';
import { readRemark, type Remark } from './parse-remark.ts';
import { floatAll, isListLabel } from './parse-list.ts';
import { readSentence } from './parse-sentence.ts';
import { readSmallTalk, type SmallTalk } from './parse-small-talk.ts';

export type ChatCommand =
  | { kind: 'start'; action: Action; url: string | null; urls: string[]; stopFirst?: true }
  | { kind: 'status' }
  | { kind: 'findings' }
  | { kind: 'cancel' }
  | { kind: 'help' }
  | { kind: 'revise'; feedback: string; stopFirst?: true }
  | Unsure
  | { kind: SmallTalk }
  | { kind: 'talk' };

export interface Unsure {
  kind: 'unsure';
  suggestion: Action | null;
  url: string | null;
  urls: string[];
  /** The sentence that would change the letter as the person seems to wish. */
  revision?: string;
  /** The message is an address and nothing else. */
  bare?: true;
}

/** "… then draft a letter" continues a thought of which nobody has heard the beginning. */
const TRAILS_OFF = /^\s*(?:\.{2,}|…)/;
const MAX_URLS = 20;
const MAX_FEEDBACK = 4000;
const MAX_WISH = 200;
const REMARK_ORDER: Remark[] = ['cancel', 'findings', 'status', 'help'];

/**
 * What a chat message asks for, by rules alone; time is linear in its length. A start needs a clear request in the person's own
 * words: a false start costs more than a missed one, so every doubt ends in `unsure`, which starts nothing.
 * `urls` holds every address in order, `url` the first of them.
 */
export function parseCommand(text: string): ChatCommand {
  const own = keepOwnWords(text);
  const sentences = splitClauses(own.text);
  const wish = collect(sentences, TRAILS_OFF.test(text));
  const urls = [...new Set(own.urls.filter((_, index) => !wish.refusedUrls.has(index)))].slice(0, MAX_URLS);
  const action = toAction(wish.asked);
  // "Stop the run and draft the letter"
  const stop = sentences.some((sentence) => readRemark(sentence) === 'cancel') ? { stopFirst: true as const } : {};
  if (action !== null && (wish.asked.has('research') || !wish.asked.has('revise')))
    return { kind: 'start', action, url: urls[0] ?? null, urls, ...stop };
  if (wish.asked.has('revise')) return { kind: 'revise', feedback: text.trim().slice(0, MAX_FEEDBACK).toWellFormed(), ...stop };
  const remark = findRemark(sentences);
  if (remark !== null) return { kind: remark };
  // The last lines of a long paste may be the person's or the paste's own, so they only ever suggest.
  const tail = own.tail === '' ? null : collect(splitClauses(own.tail));
  const suggestion = toAction(wish.floated) ?? (tail && toAction(new Set([...tail.asked, ...tail.floated])));
  if (suggestion === 'write_only' && wish.floated.has('revise') && !wish.floated.has('write'))
    return { kind: 'unsure', suggestion, url: null, urls, revision: sayRevision(text) };
  if (suggestion !== null) return { kind: 'unsure', suggestion, url: urls[0] ?? own.tailUrls[0] ?? null, urls };
  if (isOnlyUrls(sentences)) return { kind: 'unsure', suggestion: 'research_only', url: urls[0] ?? null, urls, bare: true };
  return readOther(own.text.replaceAll(URL_MARK, ' '), urls) ?? { kind: readSmallTalk(text) ?? 'talk' };
}

function readOther(words: string, urls: string[]): ChatCommand | null {
  const reading = readForeign(words);
  if (reading === null) return null;
  if ('remark' in reading) return { kind: reading.remark };
  if ('revision' in reading) return { kind: 'unsure', suggestion: 'write_only', url: null, urls, revision: reading.revision };
  return { kind: 'unsure', suggestion: reading.suggestion, url: urls[0] ?? null, urls };
}

/** A clear wish for another version, whose words are the person's. */
function sayRevision(text: string): string {
  const words = text
    .replace(/["“”„«»`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^\p{L}+(?: \p{L}+)?$/u.test(words)
    ? `Make it ${words.toLowerCase()}`
    : `Change the letter: “${words.slice(0, MAX_WISH).toWellFormed()}”`;
}

interface Wish {
  asked: Set<Act>;
  floated: Set<Act>;
  refusedUrls: Set<number>;
}

/** Later sentences add to, take back or replace what earlier ones asked for. */
function collect(sentences: Sentence[], told = false): Wish {
  const wish: Wish = { asked: new Set(), floated: new Set(), refusedUrls: new Set() };
  for (const sentence of sentences) {
    told ||= isListLabel(sentence);
    const reading = told ? floatAll(readSentence(sentence)) : readSentence(sentence);
    if (reading.restart) wish.asked.clear();
    for (const act of reading.refused) wish.asked.delete(act);
    for (const act of reading.asked) wish.asked.add(act);
    for (const act of reading.floated) wish.floated.add(act);
    for (const index of reading.refusedUrls) wish.refusedUrls.add(index);
  }
  return wish;
}

function toAction(acts: Set<Act>): Action | null {
  const writes = acts.has('write') || acts.has('revise');
  if (acts.has('research')) return writes ? 'research_then_write' : 'research_only';
  return writes ? 'write_only' : null;
}

function findRemark(sentences: Sentence[]): Remark | null {
  const remarks = new Set(sentences.map(readRemark));
  return REMARK_ORDER.find((remark) => remarks.has(remark)) ?? null;
}

function isOnlyUrls(sentences: Sentence[]): boolean {
  return sentences.length > 0 && sentences.every((sentence) => sentence.clauses.every((clause) => /^(?:URL ?)+$/.test(clause.words)));
}
