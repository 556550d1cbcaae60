import type { DateMention } from './find-dates.ts';
import type { NumberMention } from './numbers.ts';
import type { Side } from './sentence/read-clauses.ts';
import type { RankClass } from './vocabulary/ranks.ts';

/** A part of a sentence that is true only if the evidence has it. `clause` counts from 0. */
export type Anchor = { text: string; at: number; side: Side; clause: number } & (
  | { kind: 'number'; number: NumberMention }
  | { kind: 'date'; date: DateMention }
  /** `doubled`, `by a third`: what the new value may be of the old; two numbers of the evidence must be so. */
  | { kind: 'change'; ranges: [number, number][] }
  | { kind: 'name' | 'term' | 'address' | 'quote' }
  | { kind: 'qualification'; pattern: RegExp }
  /** A deed of authority. */
  | { kind: 'rank'; rank: RankClass; overPeople: boolean }
  /** A word of a title that is held; `isRank` when it stands above others: `senior`, `manager`. */
  | { kind: 'title'; isRank: boolean }
  | { kind: 'superlative'; stem: string }
  /** How well something is mastered, 0 to 4; `of` is what. */
  | { kind: 'level'; level: number; of: string }
);

export type AnchorKind = Anchor['kind'];
