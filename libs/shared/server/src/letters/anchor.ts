import type { DateMention } from './find-dates.ts';
import type { NumberMention } from './numbers.ts';
import type { NumberContext } from './support/number-context.ts';
import type { DateContext } from './support/support-date.ts';
import type { Side } from './sentence/read-clauses.ts';
import type { RankClass } from './vocabulary/ranks.ts';

/** A part of a sentence that is true only if the evidence has it. `clause` counts from 0. */
export type Anchor = { text: string; at: number; side: Side; clause: number } & (
  | { kind: 'number'; number: NumberMention; context: NumberContext }
  | { kind: 'date'; date: DateMention; context: DateContext }
  /** `doubled`, `by a third`: what the new value may be of the old; two numbers of the evidence must be so. */
  | { kind: 'change'; ranges: [number, number][] }
  /** `isAside`: it only tells what came before or after: `After Bright Loom, I …`. */
  | { kind: 'name'; isAside: boolean }
  | { kind: 'term' | 'address' | 'quote' }
  | { kind: 'qualification'; pattern: RegExp }
  /** A deed of authority; `object` are stems of what it is done to, `people` those of its words that name people. */
  | { kind: 'rank'; rank: RankClass; overPeople: boolean; people: string[]; object: string[] }
  /** A word of a title that is held; `isRank` when it stands above others: `senior`, `manager`. */
  | { kind: 'title'; isRank: boolean }
  | { kind: 'superlative'; stem: string }
  /** How well something is mastered, 0 to 4; `of` is what. */
  | { kind: 'level'; level: number; of: string }
);

type WithoutPlace<T> = T extends Anchor ? Omit<T, 'side' | 'clause'> : never;
/** An anchor before it is known in which clause it stands, and of whom it is said. */
export type FoundAnchor = WithoutPlace<Anchor>;
