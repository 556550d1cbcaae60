import type { Anchor } from '../anchor.ts';
import type { EvidenceIndex, IndexedScope, IndexedUnit } from '../index-evidence.ts';
import { namesOccupation } from '../resume/title-words.ts';
import { stem } from '../stem.ts';
import { anyCertificate, anyDegree, sameGrade } from '../vocabulary/qualifications.ts';
import { languages, levels } from '../vocabulary/ranks.ts';
import { areSynonyms, classesOf } from '../vocabulary/synonyms.ts';
import { hasSense } from '../word-bag.ts';
import { contentStems, phraseForm, tokenize } from '../words.ts';
import { contextOf } from './number-context.ts';
import { dateContext, supportsDate } from './support-date.ts';
import { isDerivedTime, supportsNumber } from './support-number.ts';

function hasName(text: string, unit: IndexedUnit): boolean {
  const phrase = phraseForm(text).trim();
  const spaced = phrase.replace(/[/-]/g, ' ');
  const forms = [phrase, spaced, phrase.replace(/(?<=[\p{L}]{2})s$/u, ''), `${phrase}s`, phrase.replace(/ & /g, ' and ')];
  if (forms.some((form) => unit.phrases.includes(` ${form} `))) return true;
  if (phrase.includes(' ')) return hasNameInParts(phrase, unit);
  return (
    unit.bag.stems.has(stem(text)) ||
    (/\p{Ll}/u.test(text.slice(1)) && !/[\p{Lu}\d]/u.test(text.slice(1)) && isCommonNoun(text) && hasSense(unit.bag, stem(text)))
  );
}

/** A capital does not make a name of an ordinary word that has synonyms: `my Bachelor`, `your Blog`. */
const isCommonNoun = (word: string): boolean => classesOf(stem(word)).length > 0;

/** `Registered Nurse Adult` of `Registered Nurse (Adult)`; `University of Leeds` needs all its words close together. */
function hasNameInParts(phrase: string, unit: IndexedUnit): boolean {
  const words = phrase.split(' ').filter((word) => !/^(?:of|the|and|de|van|von|der)$/.test(word));
  const known = tokenize(unit.text).map(({ text }) => text.toLowerCase().replace(/['’]s$/, ''));
  return known.some((_, at) => {
    const window = known.slice(at, at + words.length + 2);
    return window[0] === words[0] && words.every((word) => window.includes(word));
  });
}

function hasQualification(pattern: RegExp, unit: IndexedUnit): boolean {
  const isDegree = pattern.test('degree');
  const isCertificate = pattern.test('certified') || pattern.test('licence');
  const grade = sameGrade.find(
    (one) => pattern.source === one.source || (pattern.test('2:1') && one.test('2:1')) || (pattern.test('2:2') && one.test('2:2')),
  );
  return (
    pattern.test(unit.text) ||
    (grade?.test(unit.text) ?? false) ||
    (isDegree && anyDegree.test(unit.text)) ||
    (isCertificate && (anyCertificate.test(unit.text) || unit.unit.kind === 'education')) ||
    (pattern.test('apprenticeship') && /\b(?:apprentic\w*|ausbildung|lehre|azubi)\b/i.test(unit.text)) ||
    (pattern.test('first-class') && /\(first\b|\bfirst[- ]class|\b1st\b|\bfirst\)/i.test(unit.text))
  );
}

/** What a title lists behind: `manager` of `management`, `leader` of `lead`. */
function hasTitle({ text, isRank }: Extract<Anchor, { kind: 'title' }>, unit: IndexedUnit): boolean {
  // A course for leaders makes nobody one.
  if (isRank && (unit.unit.kind === 'education' || unit.unit.kind === 'skills')) return false;
  const heading = unit.unit.role?.heading ?? '';
  const words = tokenize(`${heading} ${unit.unit.text}`).map(({ text: word }) => word.toLowerCase());
  const wanted = text.toLowerCase().replace(/s$/, '');
  if (wanted === 'student' && unit.unit.kind === 'education') return true;
  if (!isRank && words.some((word) => areSynonyms(stem(word), stem(wanted)) && namesOccupation(word))) return true;
  return (
    words.some(
      (word) => word === wanted || (!isRank && isCutShort(wanted, word)) || word === `${wanted}s` || word.split('-').includes(wanted),
    ) || titlePairs.some((pair) => pair.includes(wanted) && words.some((word) => pair.includes(word)))
  );
}

/** `postdoc` of `postdoctoral`, `rep` of `representative`. */
const isCutShort = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 3 && long.length >= short.length + 4 && long.startsWith(short);
};

const titlePairs = [
  ['lead', 'leader'],
  ['head', 'lead'],
  ['headteacher', 'head', 'headmaster', 'headmistress', 'principal'],
  ['founder', 'co-founder', 'owner'],
  ['chair', 'chairman', 'chairwoman', 'chairperson'],
  ['foreman', 'forewoman'],
  ['vp', 'vice'],
  ['supervisor', 'foreman'],
];

const received = /\btrained\s+(?:in|as|at|on|by)\b/i;

/** Managers of matters, who need not have people. */
const ofThings =
  /\b(?:(?:key |senior |junior )?(?:account|project|product|programme|program|case|community|content|campaign|brand|category|event|quality|risk|data|relationship|portfolio|facilities|contract|property|bid|delivery|change|social media|customer success|process) manager)\b/giu;

function hasRank({ rank, overPeople }: Extract<Anchor, { kind: 'rank' }>, unit: IndexedUnit): boolean {
  if (unit.unit.kind === 'education') return false;
  const told = unit.text.replace(received, ' ');
  const text = overPeople ? told.replace(ofThings, ' ') : told;
  const stems = new Set(
    tokenize(text)
      .flatMap(({ text: word }) => [word, ...word.split('-')])
      .map(stem),
  );
  return rank.backing.some((word) => stems.has(word)) || (!overPeople && rank.things.some((word) => stems.has(word)));
}

const superlativeClasses = [
  'best top first leading highest number outstanding excellent',
  'award prize medal honour trophy winner win named',
  'year month quarter',
  'largest biggest',
  'only sole unique first',
].map((line) => line.split(' ').map(stem));

const hasSuperlative = (wanted: string, unit: IndexedUnit): boolean =>
  unit.own.stems.has(wanted) ||
  superlativeClasses.some((members) => members.includes(wanted) && members.some((member) => unit.own.stems.has(member)));

/** The level the evidence names nearest behind or before what is mastered; a language without any is taken as it is named. */
function hasLevel({ level, of }: Extract<Anchor, { kind: 'level' }>, unit: IndexedUnit): boolean {
  const text = unit.unit.text;
  const at = text.toLowerCase().indexOf(of.toLowerCase());
  if (at < 0) return false;
  const around = `${/[^,;|·.]*$/.exec(text.slice(0, at))?.[0] ?? ''}${/^[^,;|·.]*/.exec(text.slice(at))?.[0] ?? ''}`;
  const known = levels.findLastIndex((pattern) => pattern.test(around));
  if (known >= 0) return level <= known;
  return languages.test(of) ? level < 3 : true;
}

const normal = (text: string): string => phraseForm(text).trim();

const toldChanges: [RegExp, number][] = [
  [/\b(?:halv\w+|by half|in half)\b/i, 0.5],
  [/\b(?:doubl\w+|twice|two-?fold)\b/i, 2],
  [/\b(?:tripl\w+|trebl\w+|three-?fold)\b/i, 3],
];
const fell = /\b(?:fell|fall|cut|reduc\w*|drop\w*|lower\w*|decreas\w*|down|less|fewer|declin\w*)\b/i;

/** Halved as told, as `22 to 9` or as `fell 59%`. */
function hasChange({ ranges }: Extract<Anchor, { kind: 'change' }>, unit: IndexedUnit): boolean {
  const told = toldChanges.flatMap(([pattern, ratio]) => (pattern.test(unit.unit.text) ? [ratio] : []));
  const ratios = unit.numbers.flatMap(({ number: { value, pair, unit: measure }, nearText }) => {
    if (pair?.place === 'from' && value !== 0) return [pair.value / value];
    if (measure.base !== '%' || pair !== null) return [];
    return fell.test(nearText) ? [1 - value / 100] : [1 + value / 100];
  });
  return [...told, ...ratios].some((ratio) => ranges.some(([from, to]) => ratio >= from && ratio <= to));
}

function hasAnchor(anchor: Anchor, unit: IndexedUnit, scope: IndexedScope, index: EvidenceIndex, sentence: string): boolean {
  switch (anchor.kind) {
    case 'number':
      return supportsNumber(anchor.number, contextOf(sentence, anchor.at, anchor.number.unit), unit, scope, index);
    case 'date':
      return supportsDate(anchor.date, dateContext(sentence, anchor.at), unit, scope);
    case 'change':
      return hasChange(anchor, unit);
    case 'name':
    case 'term':
      return hasName(anchor.text, unit);
    case 'address':
      return unit.text.toLowerCase().includes(anchor.text.toLowerCase());
    case 'quote':
      return normal(unit.unit.text).includes(normal(anchor.text));
    case 'qualification':
      return hasQualification(anchor.pattern, unit);
    case 'rank':
      return hasRank(anchor, unit);
    case 'title':
      return hasTitle(anchor, unit);
    case 'superlative':
      return hasSuperlative(anchor.stem, unit);
    case 'level':
      return hasLevel(anchor, unit);
  }
}

/** Who led one thing has not led the next: the line that has the rank must tell of the same matter as well as any other line of its scope. */
function ranksAnotherMatter(anchor: Anchor, unit: IndexedUnit, scope: IndexedScope, sentence: string): boolean {
  if (anchor.kind !== 'rank') return false;
  const object = sentence.slice(anchor.at + anchor.text.length).split(/[,;:.]\s|\b(?:which|who|where)\b/)[0] ?? '';
  const words = [...new Set(contentStems(object))];
  const shared = (other: IndexedUnit): number => words.filter((word) => other.own.stems.has(word)).length;
  const here = words.filter((word) => hasSense(unit.bag, word)).length;
  return scope.units.some((other) => other !== unit && shared(other) > here);
}

/** The unit of a scope that has the anchor, or null. */
export function supportingUnit(anchor: Anchor, scope: IndexedScope, index: EvidenceIndex, sentence: string): IndexedUnit | null {
  const found = scope.units.find(
    (unit) => hasAnchor(anchor, unit, scope, index, sentence) && !ranksAnotherMatter(anchor, unit, scope, sentence),
  );
  if (found) return found;
  return anchor.kind === 'number' && isDerivedTime(anchor.number, scope, index) ? (scope.units[0] ?? null) : null;
}
