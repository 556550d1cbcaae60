import type { EvidenceSource } from '@coverwright/contracts';
import type { Anchor } from '../anchor.ts';
import type { IndexedScope, IndexedUnit } from '../index-evidence.ts';
import type { ReadClause } from '../sentence/read-clauses.ts';
import { hasWord } from '../word-bag.ts';
import type { Backing } from './back-anchors.ts';
import type { ClaimReader } from './claim-reader.ts';
import type { Choice } from './choose-scopes.ts';

const mostSources = 4;

export function toSource({ unit }: IndexedUnit): EvidenceSource {
  if (unit.kind === 'note') return { kind: 'note', id: unit.note?.id ?? unit.id, quote: unit.text, url: unit.note?.url };
  const kind = unit.kind === 'job' || unit.kind === 'profile' ? unit.kind : 'resume';
  return { kind, id: unit.id, quote: unit.text };
}

/** The unit that has most of the words, when it has any. */
function closest(scope: IndexedScope, words: string[]): IndexedUnit | null {
  const scored = scope.units.map((unit) => ({ unit, score: words.filter((word) => hasWord(unit.own, word)).length }));
  const most = Math.max(0, ...scored.map(({ score }) => score));
  return most > 0 ? (scored.find(({ score }) => score === most)?.unit ?? null) : null;
}

interface Rested {
  clause: ReadClause;
  choice: Choice;
  anchors: Anchor[];
  reader: ClaimReader;
  backing: Backing;
}

/** The units one clause rests on: the fewest that have its anchors, and the one its words are closest to. */
export function sourcesOf({ clause, choice, anchors, reader, backing }: Rested): IndexedUnit[] {
  const chosen = new Set<IndexedUnit>();
  for (const side of ['person', 'company'] as const) {
    const scope = choice[side];
    const mine = anchors.filter((anchor) => anchor.side === side || anchor.side === 'either' || anchor.side === 'any');
    const words = reader.wordsFor(clause, side).map(({ text }) => text);
    if (scope !== null) {
      const backed = mine.filter((anchor) => backing.unitOf(anchor, scope) !== null);
      const told = closest(scope, words);
      const isNeeded = backed.length > 0 || (told !== null && isAbout(clause, side));
      if (told !== null && isNeeded) chosen.add(told);
      for (const anchor of backed) {
        const unit = backing.unitOf(anchor, scope);
        const alone = told !== null && backing.unitOf(anchor, { ...scope, units: [told] }) !== null;
        if (unit !== null && !alone) chosen.add(unit);
      }
    }
    for (const anchor of mine) {
      const unit = backing.wideUnit(anchor, side);
      const isBacked = scope !== null && backing.unitOf(anchor, scope) !== null;
      const isCoveredByOther =
        side === 'company' && choice.person !== null && anchor.side !== 'company' && backing.unitOf(anchor, choice.person) !== null;
      if (unit !== null && !isBacked && !isCoveredByOther) chosen.add(unit);
    }
  }
  return [...chosen];
}

const isAbout = (clause: ReadClause, side: 'person' | 'company'): boolean =>
  clause.side === side || clause.side === 'any' || clause.tokens.some(({ at }) => clause.sideAt(at) === side);

export const limitSources = (units: IndexedUnit[]): EvidenceSource[] => {
  const sources = [...new Set(units)].map(toSource);
  return sources
    .filter(
      (source, at) => sources.findIndex(({ kind, id, quote }) => kind === source.kind && id === source.id && quote === source.quote) === at,
    )
    .slice(0, mostSources);
};
