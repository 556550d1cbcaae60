import type { Fact } from '@coverwright/contracts';
import { MAX_FACTS, MIN_FACTS } from './choose-facts.ts';
import { KnownFacts } from './known-facts.ts';

/** A model's facts of one page, each once and none that another page has; when they are few, the best sentences make up for the rest. */
export function mergeFacts(picked: readonly Fact[], sentences: readonly Fact[], known: KnownFacts): Fact[] {
  const merged: Fact[] = [];
  const own = new KnownFacts();
  const add = (fact: Fact) => {
    if (merged.length >= MAX_FACTS || own.has(fact.quote)) return;
    merged.push(fact);
    own.add([fact]);
  };
  for (const fact of picked) if (!known.has(fact.quote)) add(fact);
  if (merged.length < MIN_FACTS) sentences.forEach(add);
  return merged;
}
