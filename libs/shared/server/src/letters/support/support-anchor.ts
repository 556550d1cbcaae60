import type { Anchor } from '../anchor.ts';
import type { EvidenceIndex, IndexedScope, IndexedUnit } from '../index-evidence.ts';
import { hasSense } from '../word-bag.ts';
import { phraseForm } from '../words.ts';
import { hasChange } from './has-change.ts';
import { hasName } from './has-name.ts';
import { hasQualification } from './has-qualification.ts';
import { hasLevel, hasSuperlative } from './has-standing.ts';
import { hasRank, hasTitle } from './has-title.ts';
import { supportsDate } from './support-date.ts';
import { isDerivedTime, supportsNumber } from './support-number.ts';

const normal = (text: string): string => phraseForm(text).trim();

function hasAnchor(anchor: Anchor, unit: IndexedUnit, scope: IndexedScope, index: EvidenceIndex): boolean {
  switch (anchor.kind) {
    case 'number':
      return supportsNumber(anchor.number, anchor.context, unit, scope, index);
    case 'date':
      return supportsDate(anchor.date, anchor.context, unit, scope);
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
      return hasSuperlative(anchor, unit);
    case 'level':
      return hasLevel(anchor, unit);
  }
}

/** Who led one thing has not led the next: the line that has the rank must tell of the same matter as well as any other line of its scope. */
function ranksAnotherMatter(anchor: Anchor, unit: IndexedUnit, scope: IndexedScope): boolean {
  if (anchor.kind !== 'rank') return false;
  const words = anchor.object;
  const shared = (other: IndexedUnit): number => words.filter((word) => other.own.stems.has(word)).length;
  const here = words.filter((word) => hasSense(unit.bag, word)).length;
  return scope.units.some((other) => other !== unit && shared(other) > here);
}

/** The unit of a scope that has the anchor, or null. */
export function supportingUnit(anchor: Anchor, scope: IndexedScope, index: EvidenceIndex): IndexedUnit | null {
  const found = scope.units.find((unit) => hasAnchor(anchor, unit, scope, index) && !ranksAnotherMatter(anchor, unit, scope));
  if (found) return found;
  return anchor.kind === 'number' && isDerivedTime(anchor.number, scope, index) ? (scope.units[0] ?? null) : null;
}
