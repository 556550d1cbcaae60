import type { Anchor } from '../anchor.ts';
import type { EvidenceIndex, IndexedScope, IndexedUnit } from '../index-evidence.ts';
import { supportingUnit } from '../support/support-anchor.ts';

/** Which unit of each scope backs which anchor, worked out once for a sentence. */
export interface Backing {
  unitOf: (anchor: Anchor, scope: IndexedScope) => IndexedUnit | null;
  /** True beside any role or source: names of the person's first lines and of the position, and what was learned or certified. */
  isWide: (anchor: Anchor, side: 'person' | 'company') => boolean;
  /** The unit that makes it so. */
  wideUnit: (anchor: Anchor, side: 'person' | 'company') => IndexedUnit | null;
}

const bound = new Set<Anchor['kind']>(['number', 'date', 'change', 'rank', 'title', 'superlative']);

export function backAnchors(index: EvidenceIndex, anchors: Anchor[]): Backing {
  const known = new Map<Anchor, Map<IndexedScope, IndexedUnit | null>>();
  const unitOf = (anchor: Anchor, scope: IndexedScope): IndexedUnit | null => {
    const byScope = known.get(anchor) ?? new Map<IndexedScope, IndexedUnit | null>();
    known.set(anchor, byScope);
    const found = byScope.get(scope);
    if (found !== undefined) return found;
    const unit = supportingUnit(anchor, scope, index);
    byScope.set(scope, unit);
    return unit;
  };
  const educated = anchors.filter(({ kind }) => kind === 'qualification');
  const isOpen = (scope: IndexedScope, anchor: Anchor): boolean => {
    if (anchor.kind === 'qualification' || anchor.kind === 'level') return scope.side === 'person';
    if (anchor.kind === 'title' && !anchor.isRank)
      return scope.side === 'person' && (scope.id === 'profile' || scope.units[0]?.unit.kind === 'education');
    if (bound.has(anchor.kind)) return false;
    if (scope.id === 'profile' || scope.id === 'job') return true;
    // `with a BSc from Plymouth I …`: the school comes with the degree.
    return (
      scope.units[0]?.unit.kind === 'education' &&
      educated.some((degree) => degree.clause === anchor.clause && unitOf(degree, scope) !== null)
    );
  };
  const findWide = (anchor: Anchor, side: 'person' | 'company'): IndexedUnit | null => {
    if (anchor.kind === 'name' && anchor.isAside && side === 'person') return unitOf(anchor, index.career);
    for (const scope of index.scopes) {
      if (scope.side !== side || !isOpen(scope, anchor)) continue;
      const unit = unitOf(anchor, scope);
      if (unit !== null) return unit;
    }
    return null;
  };
  const wide = { person: new Map<Anchor, IndexedUnit | null>(), company: new Map<Anchor, IndexedUnit | null>() };
  const wideUnit = (anchor: Anchor, side: 'person' | 'company'): IndexedUnit | null => {
    const found = wide[side].get(anchor);
    if (found !== undefined) return found;
    const unit = findWide(anchor, side);
    wide[side].set(anchor, unit);
    return unit;
  };
  return { unitOf, wideUnit, isWide: (anchor, side) => wideUnit(anchor, side) !== null };
}
