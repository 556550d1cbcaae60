import { splitSentences, type Evidence, type EvidenceUnit } from '@coverwright/server';
import type { Sentence } from '../material.ts';
import { say, type Desk } from './desk.ts';
import { fill, phrases } from './phrases.ts';
import { listOf, lowerFirst, withoutStop } from './tidy-text.ts';

const degree = /^((?:BSc|BA|BEng|BEd|LLB|MSc|MA|MEng|MEd|MPhil|PhD|PGCE|MBA|HND|HNC)\b(?:\s\([^)]*\))?)\s+(?=\p{Lu})/u;
const award =
  /\b(?:BSc|BA|BEng|BEd|LLB|MSc|MA|MEng|MEd|MPhil|PhD|PGCE|MBA|HND|HNC|NVQ|diploma|degree|certificate|licen[cs]e|card|apprenticeship|bachelor|master)\b/i;
const longestEntry = 160;
const unfinished = /\b(?:present|expected|ongoing|current|progress|studying|part[- ]time until)\b/i;
/** Abbreviations said letter by letter; NEBOSH is said as a word. */
const spelled = /^(?:[AEFHILMNORSX](?=[^AEIOU\P{Lu}])|M(?:Sc|A|Eng|Ed|Phil|BA)\b)/u;

const articleFor = (text: string): string => (/^[aeiou]/i.test(text) || spelled.test(text) ? 'an' : 'a');

const year = /^(?:\d{4}(?:\s?[–-]\s?\d{2,4})?|(?:[A-Z][a-z]+ )?\d{4})$/;
const institution = /\b(?:university|college|school|institute|academy|polytechnic)\b/i;

/** `(ACA) (2016)` reads better as `(ACA, 2016)`. */
const inBrackets = (said: string, more: string[]): string => {
  if (more.length === 0) return said;
  const flat = more.map((part) => part.replace(/\s*\(/g, ', ').replace(/\)/g, ''));
  return said.endsWith(')') ? `${said.slice(0, -1)}, ${flat.join(', ')})` : `${said} (${flat.join(', ')})`;
};

function sayOne(text: string, form: number): string {
  const parts = text.split(/,\s+|\s+[|–—]\s+/);
  const [first = text, ...rest] = parts;
  if (/:\s/.test(text)) return text.replace(/^((?:A |AS )?levels?|GCSEs?|Highers):\s+/i, '$1 in ');
  const needsArticle = award.test(first) && !/^(?:the|an?|level|\d)\b/i.test(first) && !/[^s]s$/.test(first.split(' ')[0] ?? '');
  const named = first.replace(degree, '$1 in ');
  const said = needsArticle ? `${articleFor(named)} ${named}` : named;
  const at = rest.findIndex((part) => institution.test(part));
  if (at >= 0 && form === 1) return inBrackets(said, rest);
  if (at >= 0 && form === 2) return `${said}, which I took at ${/^university of/i.test(rest[at] ?? '') ? 'the ' : ''}${rest[at] ?? ''}`;
  if (at >= 0)
    return inBrackets(
      `${said} from ${/^university of/i.test(rest[at] ?? '') ? 'the ' : ''}${rest[at] ?? ''}`,
      rest.filter((_, index) => index !== at),
    );
  // Several licences in one line are a list, a place and a year are details.
  return rest.length > 1 && !rest.some((part) => year.test(part)) ? listOf(parts) : inBrackets(said, rest);
}

/** `BSc Nursing, University of Plymouth, 2017` as one says it: `a BSc in Nursing from the University of Plymouth (2017)`. */
export const sayEntry = (entry: string, form = 0): string =>
  listOf(
    withoutStop(entry)
      .split(/;\s+/)
      .map((part) => sayOne(part, form)),
  );

const own = (unit: EvidenceUnit): string[] =>
  splitSentences(unit.text)
    .filter((sentence) => /^I['’\s]/.test(sentence))
    .slice(0, 3);

/** Several ways to name where a qualification is from; only the last of a sentence can go on with `which`. */
const entryForm = ({ material }: Desk, index: number): number => Math.floor(material.seed / 7 + index) % 3;

/** Whether the first word of a skill stands somewhere in small letters, so that its capital is none of a name. */
function isKnownSmall(item: string, { units }: Evidence): boolean {
  const word = /^\p{L}+/u.exec(item)?.[0].toLowerCase() ?? '';
  return units.some(({ text }) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text));
}

/** The single skills of the resume, those the posting asks for first. */
function pickSkills(units: EvidenceUnit[], { material }: Desk): string[] {
  const wanted = material.selection.terms.map((term) => term.stem);
  const items = units.flatMap((unit) => unit.text.replace(/^[^:,]{2,25}:\s*/, '').split(/[,;·|•]\s*/)).map(withoutStop);
  const fit = (item: string): number => wanted.filter((stem) => item.toLowerCase().includes(stem)).length;
  const usable = [...new Set(items)].filter((item) => item !== '' && item.split(' ').length <= 5).sort((a, b) => fit(b) - fit(a));
  const asked = usable.filter((item) => fit(item) > 0).length;
  // What was asked for, and a little more, so that it does not read as an echo of the posting.
  return usable
    .slice(0, Math.max(3, Math.min(5, asked + 1)))
    .map((item) => (isKnownSmall(item, material.evidence) ? lowerFirst(item, material.names) : item));
}

/** Qualifications and skills, in the resume's own words. */
export function writeBackground(units: EvidenceUnit[], desk: Desk): Sentence[] {
  const { choose, material } = desk;
  const entries = units.filter((unit) => unit.kind === 'education').slice(0, 2);
  const sentences = entries.flatMap((unit, index) => {
    // A resume written as prose has no entries; what it says in the first person can stand as it is.
    if (unit.text.length > longestEntry) return own(unit).flatMap((sentence) => say(desk, [unit.id], sentence));
    const plain = `${index === 0 ? 'My resume lists' : 'My resume also lists'} ${withoutStop(unit.text)}.`;
    if (material.foreign !== null)
      return say(desk, [unit.id], `${index === 0 ? 'My resume lists' : 'It also lists'} “${withoutStop(unit.text)}”.`);
    if (unfinished.test(unit.text)) return say(desk, [unit.id], plain);
    const phrase = index === 0 ? choose('education', phrases.education) : choose('education more', phrases.educationMore);
    return say(
      desk,
      [unit.id],
      fill(phrase, { entry: sayEntry(unit.text, entryForm(desk, index)) }),
      fill(phrase, { entry: sayEntry(unit.text) }),
      plain,
    );
  });
  const skills = units.filter((unit) => unit.kind === 'skills');
  const items = pickSkills(skills, desk);
  if (items.length === 0) return sentences;
  const ids = skills.map((unit) => unit.id);
  return [
    ...sentences,
    ...say(desk, ids, fill(choose('skills', phrases.skills), { list: listOf(items) }), `My resume lists ${listOf(items)}.`),
  ];
}
