import type { EvidenceUnit, Role } from '@coverwright/server';
import type { Sentence } from '../material.ts';
import { say, type Desk } from './desk.ts';
import { fill, phrases } from './phrases.ts';
import { sayBullet, type Saying } from './say-bullet.ts';
import { isEarlier, postOf, sayTitle } from './say-role.ts';
import { upperFirst, withoutStop } from './tidy-text.ts';

interface Said extends Saying {
  units: string[];
}

const longestPair = 30;
/** A number that measures: `Year 9` does not. */
const isResult = /[%£€$]|\bfrom\b.*\d.*\bto\b.*\d|\b\d{2,}\b/;
const wordsIn = (text: string): number => text.split(/\s+/).length;

/** Lines that name things (`phonics sessions`, `stock control`) share a sentence where two of them fit into one. */
function pairThings(said: Said[]): Said[] {
  return said.reduce<Said[]>((done, next) => {
    const last = done.findLast((other) => other.things !== null && !/[;(]/.test(other.things) && other.units.length === 1);
    if (!last?.things || !next.things || /[;(]/.test(next.things) || wordsIn(last.things) + wordsIn(next.things) > longestPair)
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
  return [fill(choose('first', role.period?.end === null ? phrases.present : phrases.latest), values), ...plain];
}

/** Wordings of a further sentence about the same post. Ways to connect take turns, and beginnings with “I” stay the smaller part. */
function nextWordings(said: Said, desk: Desk): string[] {
  const { clause, doing, turned, placed } = said;
  const isTurned = turned !== null && (!desk.links.has('turned') || !clause.startsWith('I '));
  if (isTurned) {
    desk.links.add('turned');
    return [`${turned.front}, ${turned.clause}`, clause];
  }
  const startsWithI = /^I\b/.test(clause);
  if (!startsWithI && !/^my\b/.test(clause)) return [clause];
  const mayStartWithI = desk.startsWithI * 2 < desk.sentences;
  const ways: [string, string][] = phrases.again.map((phrase) => [phrase, fill(phrase, { clause })]);
  if (doing && mayStartWithI) ways.push(['also', `I also ${doing}`]);
  if (startsWithI && mayStartWithI) ways.push(['plain', clause]);
  if (doing && isResult.test(clause)) ways.push(['figure', fill(desk.choose('figure', phrases.figure), { clause })]);
  if (doing && !clause.includes(':')) ways.push(['more', fill(desk.choose('more', phrases.tellMore), { clause })]);
  if (placed) ways.push(['placed', `${placed.front}, ${placed.clause}`], ['placed again', `${placed.front}, ${placed.clause}`]);
  const fresh = ways.filter(([name]) => !desk.links.has(name));
  const pool = fresh.length ? fresh : ways;
  const chosen = desk.choose(`link ${desk.links.size}`, pool.map(([name]) => name) as [string, ...string[]]);
  desk.links.add(chosen);
  return [pool.find(([name]) => name === chosen)?.[1] ?? clause, clause];
}

/** A resume in another language is quoted, not translated: what a translation says could not be checked. */
function quoteRole(units: EvidenceUnit[], role: Role | undefined, desk: Desk): Sentence[] {
  const { title, employer } = postOf(role);
  const post = [title && `as ${title}`, employer && `at ${employer}`].filter(Boolean).join(' ');
  return units.reduce<Sentence[]>((done, unit) => {
    const quote = withoutStop(unit.text).replace(/[“”„"]/g, '’');
    const of = (where: string): string => `My resume is not in English; of my work${where} it says: “${quote}”.`;
    const first = [of(post && ` ${post}`), of(''), `My resume says of my work: “${quote}”.`];
    const next = [`It also says: “${quote}”.`, `Another line of it: “${quote}”.`];
    return [...done, ...say(desk, [unit.id], ...(done.length === 0 ? first : next))];
  }, []);
}

function tellRole(units: EvidenceUnit[], role: Role | undefined, before: Role | null, desk: Desk): Sentence[] {
  if (desk.material.foreign !== null) return quoteRole(units, role, desk);
  const said = pairThings(units.map((unit) => ({ ...sayBullet(unit, desk.material.names), units: [unit.id] })));
  return said.reduce<Sentence[]>((done, one) => {
    const wordings = done.length === 0 ? firstWordings(one, role, before, desk) : nextWordings(one, desk);
    const sentences = say(desk, one.units, ...wordings.map((wording) => `${upperFirst(wording)}.`));
    if (sentences.length && role) {
      desk.introduced.add(role.id);
      desk.current = role.id;
    }
    return [...done, ...sentences];
  }, []);
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
    return tellRole(group, role, before, desk);
  });
}
