import type { Anchor } from './find-anchors.ts';
import type { EvidenceIndex, IndexedScope, IndexedUnit } from './index-evidence.ts';
import type { NumberMention } from './numbers.ts';
import { yearsOf } from './parse-period.ts';
import { anyCertificate, anyDegree } from './vocabulary.ts';
import { contentStems, phraseForm, stem } from './words.ts';

/** Verbs that fit any number and so tell nothing about which one is meant. */
const looseStems = new Set([
  'reduc',
  'increas',
  'lead',
  'manag',
  'handl',
  'develop',
  'build',
  'run',
  'sav',
  'work',
  'deliver',
  'cover',
  'reach',
  'year',
  'day',
  'week',
  'month',
  'per',
]);

function clauseAround(sentence: string, at: number): string {
  const before =
    sentence
      .slice(0, at)
      .split(/,\s|;|:\s|—|\b(?:but|while|where|which)\b/u)
      .at(-1) ?? '';
  const after = sentence.slice(at).split(/,\s|;|:\s|—|\b(?:but|while|where|which)\b/u)[0] ?? '';
  return before + after;
}

/** The right number beside the wrong matter is wrong: `cut latency by 63%` when the 63% is of something else. */
function isAboutAnother(
  number: NumberMention,
  unit: IndexedUnit,
  index: EvidenceIndex,
  sentence: string,
  side: IndexedScope['side'],
): boolean {
  const words = contentStems(clauseAround(sentence, number.at)).filter((word) => !looseStems.has(word));
  if (words.some((word) => unit.ownStems.has(word))) return false;
  return words.some((word) =>
    index.scopes.some((scope) => scope.side === side && scope.units.some((other) => other !== unit && other.ownStems.has(word))),
  );
}

function hasNumber(number: NumberMention, unit: IndexedUnit): boolean {
  const same = unit.numbers.filter((known) => known.value === number.value && known.unit === number.unit);
  const counted = number.counted[0];
  if (same.length === 0 || number.unit !== '' || counted === undefined) return same.length > 0;
  // `24 nurses` is not in `a 24-bed ward with 7 nurses`.
  const isOfAnother =
    unit.numbers.some((known) => known.value !== number.value && known.counted[0] === counted) &&
    !same.some((known) => known.counted.includes(counted));
  return !isOfAnother && number.counted.some((word) => unit.stems.has(word));
}

/** `seven years at …` may be worked out from one role's dates, or from the whole career when no employer is meant. */
function isDerivedYears(number: NumberMention, scope: IndexedScope, index: EvidenceIndex): boolean {
  if (!number.counted.includes(stem('years')) || scope.side !== 'person') return false;
  const periods = scope.role
    ? [scope.role.period]
    : scope.id === 'career' || scope.id === 'profile'
      ? index.evidence.roles.map((role) => role.period)
      : [];
  const lengths = periods.flatMap((period) => (period ? [yearsOf(period, index.evidence.today)] : []));
  if (lengths.length === 0) return false;
  const starts = periods.flatMap((period) => (period ? [period.start] : [])).sort((a, b) => a.year - b.year);
  const first = starts[0];
  const whole = scope.role || !first ? (lengths[0] ?? 0) : yearsOf({ start: first, end: null }, index.evidence.today);
  return number.value >= 1 && (number.value === Math.floor(whole) || number.value === Math.round(whole));
}

function hasName(text: string, unit: IndexedUnit): boolean {
  const phrase = phraseForm(text).trim();
  const singular = phrase.replace(/(?<=[\p{L}]{2})s$/u, '');
  if ([phrase, singular, `${phrase}s`].some((form) => unit.phrases.includes(` ${form} `))) return true;
  return !phrase.includes(' ') && unit.stems.has(stem(text));
}

function hasAnchor(anchor: Anchor, unit: IndexedUnit): boolean {
  switch (anchor.kind) {
    case 'number':
      return hasNumber(anchor.number, unit);
    case 'name':
    case 'term':
      return hasName(anchor.text, unit);
    case 'address':
      return unit.text.toLowerCase().includes(anchor.text.toLowerCase());
    case 'qualification': {
      const isDegree = anchor.pattern.test('degree');
      const isCertificate = anchor.pattern.test('certified');
      return (
        anchor.pattern.test(unit.text) ||
        (isDegree && anyDegree.test(unit.text)) ||
        (isCertificate && (anyCertificate.test(unit.text) || unit.unit.kind === 'education'))
      );
    }
    case 'rank':
      return anchor.stems.some((word) => unit.stems.has(word));
  }
}

/** The unit of a scope that has the anchor, or null. */
export function supportingUnit(anchor: Anchor, scope: IndexedScope, index: EvidenceIndex, sentence: string): IndexedUnit | null {
  const found = scope.units.find(
    (unit) => hasAnchor(anchor, unit) && (anchor.kind !== 'number' || !isAboutAnother(anchor.number, unit, index, sentence, scope.side)),
  );
  if (found) return found;
  return anchor.kind === 'number' && isDerivedYears(anchor.number, scope, index) ? (scope.units[0] ?? null) : null;
}
