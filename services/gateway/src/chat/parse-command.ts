import type { Action } from '@coverwright/contracts';
import type { Act } from './parse-acts.ts';
import { splitClauses, type Sentence } from './parse-clauses.ts';
import { keepOwnWords } from './parse-own-words.ts';
import { readRemark, type Remark } from './parse-remark.ts';
import { floatAll, isListLabel } from './parse-list.ts';
import { readSentence } from './parse-sentence.ts';

export type ChatCommand =
  | { kind: 'start'; action: Action; url: string | null; urls: string[] }
  | { kind: 'status' }
  | { kind: 'findings' }
  | { kind: 'cancel' }
  | { kind: 'help' }
  | { kind: 'revise'; feedback: string }
  | { kind: 'unsure'; suggestion: Action | null; url: string | null; urls: string[] }
  | { kind: 'talk' };

/** "… then draft a letter" continues a thought of which nobody has heard the beginning. */
const TRAILS_OFF = /^\s*(?:\.{2,}|…)/;
const MAX_URLS = 20;
const MAX_FEEDBACK = 4000;
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
  if (action !== null && (wish.asked.has('research') || !wish.asked.has('revise')))
    return { kind: 'start', action, url: urls[0] ?? null, urls };
  if (wish.asked.has('revise')) return { kind: 'revise', feedback: text.trim().slice(0, MAX_FEEDBACK).toWellFormed() };
  const remark = findRemark(sentences);
  if (remark !== null) return { kind: remark };
  // The last lines of a long paste may be the person's or the paste's own, so they only ever suggest.
  const tail = own.tail === '' ? null : collect(splitClauses(own.tail));
  const suggestion = toAction(wish.floated) ?? (tail && toAction(new Set([...tail.asked, ...tail.floated])));
  if (suggestion !== null) return { kind: 'unsure', suggestion, url: urls[0] ?? own.tailUrls[0] ?? null, urls };
  if (isOnlyUrls(sentences)) return { kind: 'unsure', suggestion: 'research_only', url: urls[0] ?? null, urls };
  return { kind: 'talk' };
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
