import type { EvidenceUnit, Role } from '@coverwright/server';
import type { Sentence } from '../material.ts';
import { nextWordings, type Said } from './connect-sentence.ts';
import { say, type Desk } from './desk.ts';
import { fill, phrases } from './phrases.ts';
import { sayBullet } from './say-bullet.ts';
import { isEarlier, postOf, sayTitle } from './say-role.ts';
import { upperFirst, withoutStop } from './tidy-text.ts';

const longestPair = 30;
const wordsIn = (text: string): number => text.split(/\s+/).length;

/** Lines that name things (`phonics sessions`, `stock control`) share a sentence where two of them fit into one. */
function pairThings(said: Said[]): Said[] {
  return said.reduce<Said[]>((done, next) => {
    const last = done.findLast((other) => other.things !== null && !other.things.includes(';') && other.units.length === 1);
    if (!last?.things || !next.things || next.things.includes(';') || wordsIn(last.things) + wordsIn(next.things) > longestPair)
      return [...done, next];
    const things = `${last.things}${/\band\b|,/.test(last.things) ? ', and' : ' and'} ${next.things}`;
    const clause = last.clause.replace(last.things, () => things);
    return done.map((other) => (other === last ? { ...other, clause, things, units: [...other.units, ...next.units] } : other));
  }, []);
}

/** Wordings of the first sentence about a post, which names where that was; the plainest last. */
function firstWordings(said: Said, role: Role | undefined, before: Role | null, desk: Desk): string[] {
  const { material, choose } = desk;
  const { clause } = said;
  const { title, employer } = postOf(role);
  if (!role || !employer) return said.turned ? [`${said.turned.front}, ${said.turned.clause}`, clause] : [clause];
  const plain = [fill('At {employer} {clause}', { employer, clause }), clause];
  if (desk.introduced.has(role.id)) {
    const here: [string, ...string[]] =
      desk.current === role.id ? ['At {employer} {clause}', 'In that post {clause}', 'There {clause}'] : ['At {employer} {clause}'];
    return [fill(choose('known', here), { employer, clause }), ...plain];
  }
  const wasLater = before !== null && isEarlier(role, before, material.evidence.roles);
  if (!title) return [fill(wasLater ? 'Before that, at {employer}, {clause}' : 'At {employer}, {clause}', { employer, clause }), ...plain];
  const values = { employer, clause, title: sayTitle(title, material.names, material.foreign !== null) };
  if (before !== null) return [fill(choose(role.id, wasLater ? phrases.earlier : phrases.further), values), ...plain];
  const leads = role.period?.end === null ? phrases.present : phrases.latest;
  const phrase = choose('first', leads);
  // `In my work as …, my work includes …` says it twice.
  const isTwice = /\bmy work\b/.test(phrase) && /^my work\b/.test(clause);
  return [fill(isTwice ? leads[0] : phrase, values), ...plain];
}

/** A resume in another language is quoted, not translated: what a translation says could not be checked. */
function quoteRole(units: EvidenceUnit[], role: Role | undefined, desk: Desk): Sentence[] {
  const { title, employer } = postOf(role);
  const post = [title && `as ${title}`, employer && `at ${employer}`].filter(Boolean).join(' ');
  return units.reduce<Sentence[]>((done, unit) => {
    const quote = withoutStop(unit.text).replace(/[“”„"]/g, '’');
    const intro = desk.links.has('foreign') ? 'Of my work' : 'My resume is not in English; of my work';
    const of = (where: string): string => `${intro}${where} it says: “${quote}”.`;
    const first = [of(post && ` ${post}`), of(''), `My resume says of my work: “${quote}”.`];
    const next = [`It also says: “${quote}”.`, `Another line of it: “${quote}”.`];
    const said = say(desk, [unit.id], ...(done.length === 0 ? first : next));
    if (said.length) desk.links.add('foreign');
    return [...done, ...said];
  }, []);
}

function tellRole(units: EvidenceUnit[], role: Role | undefined, before: Role | null, desk: Desk): Sentence[] {
  if (desk.material.foreign !== null) return quoteRole(units, role, desk);
  const said = pairThings(units.map((unit) => ({ ...sayBullet(unit, desk.material.names), units: [unit.id] })));
  return said.reduce<Sentence[]>((done, one) => {
    const wordings = done.length === 0 ? firstWordings(one, role, before, desk) : nextWordings(one, postOf(role).employer !== null, desk);
    const sentences = say(desk, one.units, ...wordings.map((wording) => `${upperFirst(wording)}.`));
    if (sentences.length && role) {
      desk.introduced.add(role.id);
      desk.current = role.id;
    }
    return [...done, ...sentences];
  }, []);
}

/** A line that cannot be understood without the one before it. */
const leaning = /^(?:before that|after that|there|that|this|it|they|he|she|in that|these|those)\b/i;

/** Lines that belong to no post are told in the order in which they stand, and those that lean on a line that was left out are not. */
function inOrder(units: EvidenceUnit[], { material }: Desk): EvidenceUnit[] {
  const all = material.evidence.units;
  const at = (unit: EvidenceUnit): number => all.indexOf(unit);
  return [...units]
    .sort((a, b) => at(a) - at(b))
    .filter((unit, index, sorted) => !leaning.test(unit.text) || (index > 0 && sorted[index - 1] === all[at(unit) - 1]));
}

/** Tells what was done, post by post, in the order of the resume. */
export function writeWork(units: EvidenceUnit[], desk: Desk): Sentence[] {
  const { roles } = desk.material.evidence;
  const place = (unit: EvidenceUnit | undefined): number => (unit?.role ? roles.findIndex((role) => role.id === unit.role?.id) : -1);
  const groups = [...Map.groupBy(units, (unit) => unit.role?.id).values()].sort((a, b) => place(a[0]) - place(b[0]));
  const told = roles.filter((role) => desk.introduced.has(role.id)).at(-1) ?? null;
  return groups.flatMap((group, index) => {
    const role = group[0]?.role;
    const before = index === 0 ? (told?.id === role?.id ? null : told) : (groups[index - 1]?.[0]?.role ?? null);
    return tellRole(role === undefined ? inOrder(group, desk) : group, role, before, desk);
  });
}
