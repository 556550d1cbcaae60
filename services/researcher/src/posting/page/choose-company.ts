import { cleanCompany, coreName, isRoleLike, matchToken } from './company-names.ts';
import { readHostNames, type HostNames } from './host-names.ts';
import { mineNames } from './mine-names.ts';
import { headLines, nearTitle, type PageModel } from './page-model.ts';
import { findPlace } from './places.ts';
import { squeeze } from '../values/squeeze.ts';
import { isGenericTitle, splitTitle } from './title-words.ts';

interface Candidate {
  /** The spelling that was seen first. */
  name: string;
  score: number;
  /** Seen where pages put the company, not only in running text. */
  isPlaced: boolean;
}

const HINT =
  /\b(?:company|employer|organi[sz]ation|hiring organi[sz]ation|org|client|firm|brand|unternehmen|arbeitgeber|entreprise)\s?(?:name|link|title|label)?\b|\btopcard org\b/;
/** "Acme is hiring …". */
const HIRING =
  /^(.{2,80}?)\s+(?:is\s+|are\s+)?(?:now\s+)?(?:hiring|looking for|seeking|recruiting|sucht|stellt ein|recrute|recherche|busca|cerca|zoekt|søker|söker|søger|szuka|hakee|procura|ищет)(?=\s|$)/i;
const COPYRIGHT =
  /(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?:by\s+)?([^|•·\n]{2,80}?)(?:\s*(?:[.,]?\s*all rights|[|•·]|\d{4}|\.\s|$))/i;
/** Stands for the job's title while the rest of a page title is looked at. */
const JOB = '⟦job⟧';
const ENOUGH = 2.5;
const MAX_JUDGED = 20;

/** The employer: what titles, labels, markup, logos, the address and the text of the page agree on. */
export function chooseCompany(model: PageModel): string | null {
  const host = readHostNames(model.url);
  const candidates = new Map<string, Candidate>();
  const add = (raw: string | null | undefined, score: number, isPlaced = true): void => {
    const name = raw === null || raw === undefined ? null : cleanCompany(raw);
    if (name === null || !mayBeEmployer(name, model, host)) return;
    const key = coreName(name);
    const known = candidates.get(key);
    if (known === undefined) candidates.set(key, { name, score, isPlaced });
    else Object.assign(known, { name: better(known.name, name), score: known.score + score, isPlaced: known.isPlaced || isPlaced });
  };
  for (const { kind, value, line } of model.labels) if (kind === 'company') add(value, 5 + nearTitle(model, line));
  for (const { line } of headLines(model, 6, 12)) if (HINT.test(line.hints)) for (const part of line.parts) add(part, 5);
  for (const name of fromTitles(model)) add(name, 3.5);
  for (const name of new Set(model.siteNames)) add(name, 4);
  for (const name of logoNames(model)) add(name, 2);
  for (const { text } of model.lines) if (text.length < 300) add(COPYRIGHT.exec(text)?.[1]?.split(/,\s(?!inc|llc|ltd|llp|l\.l\.c)/i)[0], 2);
  for (const { name, score } of mineNames(model, host.tokens)) add(name, score, false);
  for (const candidate of candidates.values())
    candidate.score = candidate.score * ownWeight(candidate.name) + addressBonus(candidate.name, host);
  const named = best(withoutStems([...candidates.values()]), model.text);
  // On an applicant system the address at least says whose page it is.
  return named ?? (host.tenant === null ? null : cleanCompany(host.tenant));
}

/** Addresses and file names write a name small and in one piece; the text writes it as it is. */
function better(known: string, name: string): string {
  return !/\p{Lu}/u.test(known) && /\p{Lu}/u.test(name) ? name : known;
}

/** "Fernhill" out of the running text is short for the "Fernhill Optics" that the page puts where names stand. */
function withoutStems(candidates: Candidate[]): Candidate[] {
  const placed = candidates.filter(({ isPlaced }) => isPlaced).map(({ name }) => coreName(name));
  return candidates.filter(
    ({ name, isPlaced }) => isPlaced || !placed.some((full) => full !== coreName(name) && full.startsWith(coreName(name))),
  );
}

/** A name that speaks of jobs is a board's rather than an employer's, and one that speaks of a role rather a job than "Oak & Partners". */
function ownWeight(name: string): number {
  if (/\b(?:jobs?|careers?)\b/i.test(name)) return 0.4;
  return isRoleLike(name) ? 0.6 : 1;
}

function best(candidates: Candidate[], text: string): string | null {
  const top = candidates
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_JUDGED);
  return top.find(({ name }) => !isCommonNoun(name, text))?.name ?? null;
}

function addressBonus(name: string, { tokens }: HostNames): number {
  const matches = tokens.map((token) => ({ token, match: matchToken(token, name) }));
  if (matches.some(({ match }) => match === 'same')) return 5;
  if (matches.some(({ match }) => match === 'start' || match === 'inside')) return 3;
  const initials = matches.find(({ match }) => match === 'initials');
  return initials === undefined ? 0 : initials.token.length > 2 ? 3 : 1.5;
}

/** Not the board that shows the posting (unless the board looks for people itself), not the job, not a place, not a role. */
function mayBeEmployer(name: string, model: PageModel, host: HostNames): boolean {
  const plain = squeeze(name);
  const isBoard = host.owner !== '' && (host.owner.includes(plain) || plain.startsWith(host.owner));
  if (isBoard && !host.tokens.includes(plain)) return false;
  if (model.title !== null && squeeze(model.title.text) === plain) return false;
  const isRole = isRoleLike(name) && !/\s/.test(name);
  return findPlace(name).score < 3 && !isRole;
}

/** "Attorney" is no employer on a page that speaks of "our attorneys". */
function isCommonNoun(name: string, text: string): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(name)) return false;
  const small = new RegExp(`(?<![\\p{L}@./-])${name.toLowerCase()}s?(?![\\p{L}@./-])`, 'gu');
  const large = new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'gu');
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const written = count(small);
  return written > 0 && written >= count(large) / 3;
}

function fromTitles({ titles, title }: PageModel): string[] {
  const job = title?.text ?? '';
  const found: string[] = [];
  for (const full of new Set([...titles.meta, titles.document ?? ''])) {
    const marked = job !== '' && full.includes(job) ? full.replace(job, JOB) : full;
    const hiring = splitTitle(marked)
      .map((part) => HIRING.exec(part)?.[1])
      .find((name) => name !== undefined && !name.includes(JOB));
    if (hiring !== undefined) {
      found.push(hiring);
      continue;
    }
    const at = /⟦job⟧.{0,60}?\s(?:at|@|bei|chez|hos|presso|w firmie)\s+([^|–—•]{2,80}?)(?=\s+[|–—•-]\s|$)/.exec(marked)?.[1];
    if (at !== undefined) found.push(at);
    else found.push(...otherParts(marked, job));
  }
  return found;
}

/** "Acme - Pump Engineer" and "Pump Engineer | Acme Careers": what is left when the job is taken away, outermost first. */
function otherParts(marked: string, job: string): string[] {
  const parts = splitTitle(marked);
  if (parts.length < 2) return [];
  const isJob = (part: string) => part.includes(JOB) || squeeze(part) === squeeze(job);
  const others = parts.filter((part) => !isJob(part) && !isGenericTitle(part) && findPlace(part).score < 3);
  return [...new Set([others.at(-1), others[0]])].filter((part) => part !== undefined && part.split(' ').length <= 7) as string[];
}

function logoNames({ $ }: PageModel): string[] {
  const names = $('img[alt],svg[aria-label],a[aria-label]')
    .toArray()
    .slice(0, 60)
    .flatMap((element) => {
      const { alt, src = '', class: own = '', id = '' } = element.attribs;
      const label = alt ?? element.attribs['aria-label'] ?? '';
      const around = $(element).closest('header,[class*="logo" i],[id*="logo" i],[class*="brand" i]').length > 0;
      return label.trim() !== '' && (around || /logo|brand/i.test(`${src} ${own} ${id} ${label}`)) ? [label] : [];
    });
  return [...new Set(names)].slice(0, 5);
}
