import type { Anchor } from './anchor.ts';
import type { ReadClause } from './sentence/read-clauses.ts';
import { namesOccupation } from './resume/title-words.ts';
import { stem } from './stem.ts';
import { contentStems, tokenize } from './words.ts';
import { rankClasses, rankTitles } from './vocabulary/ranks.ts';

type Rank =
  | Pick<Extract<Anchor, { kind: 'rank' }>, 'kind' | 'rank' | 'overPeople' | 'people' | 'object' | 'text' | 'at'>
  | Pick<Extract<Anchor, { kind: 'title' }>, 'kind' | 'isRank' | 'text' | 'at'>;

/** After these stands what the person has a certificate or a post for. */
const heldBefore = /\b(?:hold|holding|held|obtained|completed|passed|earned|gained)\s+(?:an?\s+|the\s+|my\s+)/giu;
/** After these stands what the person is or was. */
const titleBefore =
  /(?:\b(?:as|am|was|been|became|become|being|named|made|appointed|elected|acting|i['’]m)|\b(?:promoted|rose|moved up|stepped up|progressed)(?: up)? to|\b(?:role|position|post|title|job|rank|work|duties|years|time) (?:as|of)(?: being)?)\s+(?:an?\s+|the\s+|their\s+|its\s+|our\s+|your\s+)?/giu;
const titleWords = /^(?:[\p{L}\d][\p{L}\d'’/-]*(?:\s+(?:of|for|to)(?=\s+(?:the\s+)?\p{L}))?\s*){1,6}/u;
const titleEnd =
  /[,;:.!?()]|\b(?:I|we|at|in|on|with|who|which|where|that|and|by|because|since|from|during|under|responsible|part|able|one)\b/u;
const learners = /^(?:students?|pupils?|apprentices?|trainees?|interns?|juniors?|learners?|newcomers?|starters?|graduates?|volunteers?)$/;
/** What one has authority over. */
const person = /\b(?:people|staff|team|teams|colleagues?|crew|department|group|squad|person|members?)\b/iu;
const business =
  /\b(?:budgets?|branch(?:es)?|stores?|shops?|sites?|business|offices?|operations?|divisions?|units?|wards?|kitchens?|projects?|programmes?|departments?|accounts?|schools?|restaurants?|hotels?|practices?|plants?|depots?|warehouses?)\b/iu;
const peopleVerb =
  /(?:ed|ing)$|^(?:led|won|hired|lead|leads|manage|manages|direct|mentor|train|coach|supervise|oversaw|oversee|found|chair|hire|recruit|head|negotiate)$/i;
const noun = /^(?:training|coaching|mentoring|leads?|heads?|chairs?|direct|founding|managing|leading)$/i;

/** `managed to cut` and `led to fewer` claim no rank; `trained in` and `was trained` were received. */
function isOtherSense(word: string, before: string, after: string): boolean {
  if (/^(?:managed?|managing|led|leading|directed)$/i.test(word) && /^\s+to\b/.test(after)) return true;
  if (
    /^(?:trained|coached|mentored|recruited|hired|promoted|led|managed|supervised)$/i.test(word) &&
    /\b(?:was|were|been|being|am|is|are|got)\s+(?:\p{L}+ly\s+)?$/iu.test(before)
  )
    return word.toLowerCase() !== 'promoted';
  if (/^trained$/i.test(word) && /^\s+(?:in|as|at|on|by|for|with|to)\b/.test(after)) return true;
  if (/(?:^|\s)(?:an?|the|my|our|your|newly|well|fully|highly)\s+$/i.test(before)) return true;
  if (/^won$/i.test(word) && /^\s+over\b/.test(after)) return true;
  return /^found$/i.test(word) || (/^found/i.test(word) && !/^(?:founded|founding|co-?founded|cofounded)$/i.test(word));
}

function findTitles(clause: ReadClause, text: string): Rank[] {
  const found: Rank[] = [];
  for (const match of text.matchAll(heldBefore)) {
    const from = match.index + match[0].length;
    for (const word of (titleWords.exec(text.slice(from))?.[0] ?? '').matchAll(/[\p{L}-]+/gu))
      if (rankTitles.has(word[0].toLowerCase()) && namesOccupation(word[0]))
        found.push({ kind: 'title', isRank: true, text: word[0], at: clause.from + from + word.index });
  }
  for (const match of text.matchAll(titleBefore)) {
    const from = match.index + match[0].length;
    const words = titleWords.exec(text.slice(from))?.[0] ?? '';
    const title = words.slice(0, titleEnd.exec(words)?.index ?? words.length);
    // `a qualified prescriber`: whatever trade it is, somebody vouches for it.
    const vouched =
      /^(?:fully\s+)?(?:qualified|certified|licen[sc]ed|registered|chartered|accredited)\s+(?:[\p{L}-]+\s+){0,3}?([\p{L}-]+)\s*$/iu.exec(
        title,
      );
    if (vouched?.[1])
      found.push({ kind: 'title', isRank: false, text: vouched[1], at: clause.from + from + title.lastIndexOf(vouched[1]) });
    const last = /([\p{L}-]+?)s?$/iu.exec(title.trim())?.[1]?.toLowerCase() ?? '';
    if (!namesOccupation(title) && !rankTitles.has(last)) continue;
    for (const word of title.matchAll(/[\p{L}-]+/gu))
      if (rankTitles.has(word[0].toLowerCase()) || namesOccupation(word[0]))
        found.push({ kind: 'title', isRank: rankTitles.has(word[0].toLowerCase()), text: word[0], at: clause.from + from + word.index });
  }
  return found;
}

const wholeObject = (after: string): string => after.split(/[,;:.]\s|\b(?:which|who|where)\b/)[0] ?? '';

/** Claims of authority in what a clause says of the person: titles held, and deeds such as leading, founding, training others. */
export function findRanks(clause: ReadClause, sentence: string): Rank[] {
  if (clause.mood === 'wish' || clause.mood === 'courtesy' || clause.mood === 'practical') return [];
  const text = sentence.slice(clause.from, clause.to);
  const found = findTitles(clause, text);
  if (clause.mood === 'feeling') return found;
  for (const { text: word, at } of clause.tokens) {
    if (!peopleVerb.test(word) || /^\p{Lu}/u.test(word) || clause.sideAt(at) !== 'person' || sentence.slice(at, at + word.length) !== word)
      continue;
    const rank = rankClasses.find(({ claim }) => claim.includes(stem(word)));
    const before = sentence.slice(clause.from, at);
    const after = sentence.slice(at + word.length, clause.to);
    if (!rank || isOtherSense(word, before, after)) continue;
    const isVerb = !noun.test(word) || /\b(?:I|we|also|to|and|by|of|while|who|which|now|currently|i['’]m|am)\s+$/i.test(before);
    if (!isVerb) continue;
    const object = after.split(/[,;:.]|\b(?:by|which|who|where|to|so|and then)\b/)[0] ?? '';
    const people = tokenize(object)
      .map(({ text: one }) => one.toLowerCase())
      .filter((one) => person.test(one) || namesOccupation(one) || learners.test(one));
    const overPeople = people.length > 0;
    // `manage the appointment book` is an ordinary deed; `manage the branch` is not.
    if (rank.isOrdinary && !overPeople && !business.test(object)) continue;
    found.push({ kind: 'rank', rank, overPeople, people, object: [...new Set(contentStems(wholeObject(after)))], text: word, at });
  }
  return found;
}
