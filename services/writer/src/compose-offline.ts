import { countWords, type Evidence, type EvidenceUnit, type Role } from '@coverwright/server';
import { closings, fill, phrases } from './phrases.ts';
import { pick } from './pick.ts';
import type { Wishes } from './read-wishes.ts';
import { lowerFirst, sayBullet, withoutStop } from './say-bullet.ts';
import { sayQuote } from './say-quote.ts';
import { findSharedPhrases } from './shared-phrases.ts';
import type { Selection } from './select-evidence.ts';

/** A paragraph and the units it says, so that another draft can borrow what it has not said itself. */
export interface Paragraph {
  part: 'opening' | 'work' | 'background' | 'company' | 'closing';
  text: string;
  units: string[];
}

export interface OfflineInput {
  evidence: Evidence;
  selection: Selection;
  wishes: Wishes;
  seed: number;
}

/** `shared` are the phrases that posting and resume have in common. */
type Plan = OfflineInput & { shared: string[] };

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const listOf = (items: string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** `BSc Nursing, University of Plymouth, 2017` reads better as `BSc Nursing (University of Plymouth, 2017)`. */
function sayEntry(entry: string): string {
  const text = withoutStop(entry);
  const at = text.indexOf(', ');
  return at < 0 || /[()]/.test(text) ? text : `${text.slice(0, at)} (${text.slice(at + 2)})`;
}

function sayProfile(unit: EvidenceUnit | undefined): string | null {
  const text = unit && withoutStop(unit.text);
  if (!text || text.length > 220) return null;
  if (/^I\b/.test(text)) return `${text}.`;
  const isPhrase = /^[\p{L}\s-]{4,60}\b(?:with|who)\b/u.test(text);
  return isPhrase ? `I am ${/^[aeiou]/i.test(text) ? 'an' : 'a'} ${lowerFirst(text)}.` : null;
}

function sayCurrent(role: Role | undefined): string | null {
  if (!role?.title || !role.employer) return null;
  return role.period && role.period.end === null
    ? `At present I work as ${role.title} at ${role.employer}.`
    : `Most recently I worked as ${role.title} at ${role.employer}.`;
}

export function openingSentence(evidence: Evidence, seed: number): string {
  const position = /\b(?:position|role|post|job)$/i.test(evidence.jobTitle) ? '' : 'position ';
  return fill(pick(phrases.opening, seed, 'opening'), { title: evidence.jobTitle, company: evidence.company, position });
}

export const closingText = (wishes: Wishes, seed: number): string => pick(closings[wishes.tone], seed, 'closing');

function openLetter({ evidence, selection, seed }: Plan, hasWork: boolean): Paragraph {
  const profile = sayProfile(selection.profile[0]);
  const second = profile ?? sayCurrent(evidence.roles[0]);
  const sentences = [
    openingSentence(evidence, seed),
    second,
    hasWork ? pick(phrases.plain, seed, 'plain') : pick(phrases.enclosed, seed, 'enclosed'),
  ];
  return {
    part: 'opening',
    text: sentences.filter(Boolean).join(' '),
    units: profile && selection.profile[0] ? [selection.profile[0].id] : [],
  };
}

function leadIn(role: Role | undefined, index: number, clause: string, { evidence, selection, seed }: Plan): string {
  if (!role?.employer) return `${upperFirst(clause)}.`;
  const { employer } = role;
  const title = role.title ?? '';
  const isIntroduced = role === evidence.roles[0] && !sayProfile(selection.profile[0]);
  if (!title || isIntroduced) return `At ${employer}, ${clause}.`;
  const first =
    role.period?.end === null ? `As ${title} at ${employer}, ${clause}.` : `At ${employer}, where I worked as ${title}, ${clause}.`;
  return index === 0 ? first : `${fill(pick(phrases.earlier, seed, role.id), { title, employer, clause })}.`;
}

function sayRole(units: EvidenceUnit[], index: number, plan: Plan): string {
  const sentences = units.map((unit, place) => {
    const clause = sayBullet(unit);
    if (place === 0) return leadIn(unit.role, index, clause, plan);
    const isPlainI = place % 2 === 0 && clause.startsWith('I ');
    const again = phrases.again[(plan.seed + place) % phrases.again.length] ?? phrases.again[0];
    return isPlainI || !unit.role?.employer
      ? `${upperFirst(clause.replace(/^I (?=[\p{Ll}]+ed\b)/u, 'I also '))}.`
      : `${fill(again ?? '{clause}', { clause })}.`;
  });
  return sentences.join(' ');
}

function tellWork(plan: Plan, units: EvidenceUnit[]): Paragraph[] {
  const inOrder = plan.evidence.units.map((unit) => unit.id);
  const order = [undefined, ...plan.evidence.roles.map((role) => role.id)];
  const groups = [...Map.groupBy(units, (unit) => unit.role?.id)]
    .sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]))
    .map(([role, group]) => (role === undefined ? [...group].sort((a, b) => inOrder.indexOf(a.id) - inOrder.indexOf(b.id)) : group));
  const texts = groups.map((group, index) => ({ text: sayRole(group, index, plan), units: group.map((unit) => unit.id) }));
  const [first, ...rest] = texts;
  if (!first) return [];
  const paragraphs: Paragraph[] = [{ part: 'work', ...first }];
  if (rest.length)
    paragraphs.push({ part: 'work', text: rest.map(({ text }) => text).join(' '), units: rest.flatMap((part) => part.units) });
  return paragraphs;
}

function tellBackground({ selection, seed, shared }: Plan): Paragraph | null {
  const sentences: string[] = [];
  const units: string[] = [];
  for (const [index, unit] of selection.education.slice(0, 2).entries()) {
    sentences.push(index === 0 ? `My qualifications include ${sayEntry(unit.text)}.` : `To that I can add ${sayEntry(unit.text)}.`);
    units.push(unit.id);
  }
  const wanted = new Set(selection.terms.map((term) => term.stem));
  const items = selection.skills.flatMap((unit) => unit.text.replace(/^[^:,]{2,25}:\s*/, '').split(/[,;·|]\s*/)).map(withoutStop);
  const skills = items
    .filter((item) => item !== '' && item.length <= 40)
    .sort((a, b) => Number(wanted.has(b.toLowerCase())) - Number(wanted.has(a.toLowerCase())));
  if (skills.length)
    sentences.push(`${pick(['My skills include', 'Among the skills on my resume are'], seed, 'skills')} ${listOf(skills.slice(0, 5))}.`);
  const common = shared.slice(0, 3);
  if (common.length > 1) sentences.push(`Your posting names ${listOf(common)}, and my resume has something to show for each.`);
  return sentences.length ? { part: 'background', text: sentences.join(' '), units } : null;
}

function tellCompany({ evidence, seed }: Plan, notes: EvidenceUnit[]): Paragraph {
  if (notes.length === 0)
    return { part: 'company', text: `${pick(phrases.learn, seed, 'learn')} ${pick(phrases.open, seed, 'open')}`, units: [] };
  const starters = [
    'Before writing I read that',
    'I also noticed that',
    'It caught my eye that',
    'I saw as well that',
    'I read, too, that',
  ];
  const sentences = notes.map((unit, index) => {
    const said = sayQuote(unit, evidence.company);
    const place = unit.note?.kind === 'posting' ? 'In your posting' : unit.note?.kind === 'company' ? 'On your website' : 'In my reading';
    if (said.isClause) return `${starters[index % starters.length] ?? ''} ${said.text}.`;
    return index === 0 ? `${place} I noticed this line: “${said.text}”` : `Another line stayed with me: “${said.text}”`;
  });
  return {
    part: 'company',
    text: [...sentences, pick(phrases.companyClose, seed, 'company')].join(' '),
    units: notes.map((unit) => unit.id),
  };
}

function compose(plan: Plan, bullets: number, quotes: number): Paragraph[] {
  const units = plan.selection.resume.slice(0, bullets);
  const pinned = plan.selection.notes.filter((unit) => unit.note?.pinned).length;
  const background = tellBackground(plan);
  const body = [
    ...tellWork(plan, units),
    ...(background ? [background] : []),
    tellCompany(plan, plan.selection.notes.slice(0, Math.max(quotes, pinned))),
  ];
  const paragraphs: Paragraph[] = [openLetter(plan, units.length > 0), ...body];
  const words = countWords(paragraphs.map(({ text }) => text).join(' '));
  const last = paragraphs.at(-1);
  // Little to say is said briefly; what helps then is a question, not padding.
  if (last && plan.selection.notes.length && words < plan.wishes.words.min - 40) last.text += ` ${pick(phrases.learn, plan.seed, 'learn')}`;
  if (last && plan.selection.notes.length && words < plan.wishes.words.min - 70) last.text += ` ${pick(phrases.open, plan.seed, 'open')}`;
  return [...paragraphs, { part: 'closing', text: closingText(plan.wishes, plan.seed), units: [] }];
}

/** Writes the body without a model: the resume's and the sources' own words in whole sentences. The same inputs give the same letter. */
export function composeOffline(input: OfflineInput): Paragraph[] {
  const plan: Plan = { ...input, shared: findSharedPhrases(input.evidence) };
  const { min, max } = plan.wishes.words;
  let best: { paragraphs: Paragraph[]; miss: number } | undefined;
  for (let quotes = Math.min(1, plan.selection.notes.length); quotes <= plan.selection.notes.length; quotes += 1) {
    for (let bullets = Math.min(2, plan.selection.resume.length); bullets <= plan.selection.resume.length; bullets += 1) {
      const paragraphs = compose(plan, bullets, quotes);
      const words = countWords(paragraphs.map(({ text }) => text).join(' '));
      const aim = (min + max) / 2;
      const miss = Math.abs(words - aim) + Math.abs(bullets - 2 * quotes) * 4;
      if (!best || miss < best.miss) best = { paragraphs, miss };
    }
  }
  return best?.paragraphs ?? compose(plan, 0, 0);
}
