import type { Anchor } from '../anchor.ts';
import type { EvidenceIndex, IndexedScope } from '../index-evidence.ts';
import type { ReadClause } from '../sentence/read-clauses.ts';
import { stem } from '../stem.ts';
import { phraseForm, tokenize } from '../words.ts';
import { sharesName } from './shares-name.ts';
import type { Backing } from './back-anchors.ts';

/** Clauses that share a subject, and so a place: `At A I did this and did that` has both done at A. */
export interface Group {
  clauses: number[];
  /** The roles its own words name, or null when they name none. */
  roles: IndexedScope[] | null;
  /** Whether it speaks of another time than the group before. */
  shifts: boolean;
  /** Whether it is about what the person can or has, not about what was done somewhere. */
  isAboutSkill: boolean;
}

const shift =
  /\b(?:before (?:that|then|joining)|previously|prior to|earlier|later|since then|after that|today|now|currently|at present|nowadays|these days|before)\b/i;
const skill =
  /\b(?:skill\w*|fluent|speak|know|familiar|knowledge|toolkit|tools?|experience (?:with|in)|experienced|background|confident|comfortable|proficient|skilled|trained in|work(?:ed|ing)? (?:daily |regularly |every day )?(?:with|in|on|across)|use|using|hold|certificates?|degree|qualif\w*|studied|graduated|licen[cs]e\w*|registered|languages?|training|ranges? from|includes?|covers?|spans?|familiarity|expertise|command of|versed)\b/i;

export const speaksOfSkill = (text: string): boolean => skill.test(text);

/** Roles that a name or title in the clause stands for: an employer as such, or a title after `as`. */
function namedRoles(anchors: Anchor[], sentence: string, index: EvidenceIndex, backing: Backing): IndexedScope[] {
  const roles = index.scopes.filter(({ role }) => role !== null);
  const found = new Set<IndexedScope>();
  for (const anchor of anchors) {
    if (anchor.kind !== 'name' || anchor.isAside) continue;
    const isEmployer = roles.filter(
      ({ role }) => role !== null && phraseForm(role.heading).includes(` ${phraseForm(anchor.text).trim()} `),
    );
    // A town or a trade that stands in a heading places nothing by itself.
    const isNamed = isEmployer.filter(({ role }) => sharesName(role?.employer ?? null, anchor.text));
    for (const role of isNamed) if (backing.unitOf(anchor, role) !== null) found.add(role);
  }
  const title = /\bas (?:an?\s+|the\s+)?((?:[\p{L}-]+\s){0,4}?[\p{L}-]+?)(?=\s(?:at|in|for|with|I|of)\b|,)/iu.exec(sentence)?.[1];
  for (const match of sentence.matchAll(/\b(?:[Aa]t|[Ii]n|[Ff]or|to) (?:the|our|my) (\p{Ll}{4,})\b/gu)) {
    const kind = stem(match[1] ?? '');
    const meant = roles.filter(({ role }) => tokenize(role?.employer ?? '').some(({ text }) => stem(text) === kind));
    if (meant.length > 0 && meant.length < roles.length) for (const role of meant) found.add(role);
  }
  if (found.size === 0 && title !== undefined) {
    const exact = roles.filter(
      ({ role }) => role?.title !== null && role !== null && phraseForm(role.title).trim() === phraseForm(title).trim(),
    );
    if (exact.length < roles.length) for (const role of exact) found.add(role);
  }
  return [...found];
}

/** Names after `before joining` or `after leaving` place another time than the clause they stand in. */
const isAside = ({ text }: ReadClause): boolean =>
  /^\s*(?:before|after|prior to|since|until)\s+(?:\p{L}+ing|I (?:joined|left|moved|came))\b/iu.test(text);

export function groupClauses(clauses: ReadClause[], anchors: Anchor[], sentence: string, index: EvidenceIndex, backing: Backing): Group[] {
  const groups: Group[] = [];
  for (const [at, clause] of clauses.entries()) {
    const named = namedRoles(
      anchors.filter((anchor) => anchor.clause === at),
      clause.text,
      index,
      backing,
    );
    const isOwn =
      at === 0 ||
      isAside(clause) ||
      (clause.hasSubject && clause.link !== 'relative' && clause.link !== 'participle') ||
      clause.link === 'break';
    const last = groups.at(-1);
    const before = clauses[at - 1];
    if (isOwn || last === undefined || (before !== undefined && isAside(before) && clause.link !== 'participle')) {
      groups.push({
        clauses: [at],
        roles: named.length && !isAside(clause) ? named : null,
        shifts: shift.test(clause.text) || isAside(clause),
        isAboutSkill: speaksOfSkill(clause.text) && !/\b(?:at|for) \p{Lu}/u.test(clause.text),
      });
      continue;
    }
    last.clauses.push(at);
    if (named.length) last.roles = [...new Set([...(last.roles ?? []), ...named])];
  }
  return groups;
}
