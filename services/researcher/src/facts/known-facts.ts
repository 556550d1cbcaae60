import type { Fact } from '@coverwright/contracts';
import { stemSet } from '@coverwright/server';

/** Sentences that share this much of their words say the same. */
const SAME = 0.8;

/** What the pages of one run have said so far: a footer's motto on eight pages is one fact. */
export class KnownFacts {
  readonly #keys = new Set<string>();
  readonly #stems: Set<string>[] = [];

  add(facts: readonly Fact[]): void {
    for (const { quote } of facts) {
      this.#keys.add(keyOf(quote));
      this.#stems.push(stemSet(quote));
    }
  }

  has(quote: string): boolean {
    if (this.#keys.has(keyOf(quote))) return true;
    const stems = stemSet(quote);
    return this.#stems.some((known) => overlap(known, stems) >= SAME);
  }
}

function keyOf(quote: string): string {
  return quote.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
}

function overlap(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return shared / (a.size + b.size - shared);
}
