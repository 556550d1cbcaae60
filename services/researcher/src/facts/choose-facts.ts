import type { Fact } from '@coverwright/contracts';
import { KnownFacts } from './known-facts.ts';
import type { Candidate } from './rank-sentences.ts';

export const MAX_FACTS = 8;
export const MIN_FACTS = 3;
const MAX_PER_TOPIC = 4;
/** Less telling sentences only make up for missing ones. */
const GOOD_SCORE = 3;

/** The best sentences of a page as facts, word for word: three to eight when the page has them, and none that is known already. */
export function chooseFacts(candidates: readonly Candidate[], known: KnownFacts): Fact[] {
  const chosen: Fact[] = [];
  const own = new KnownFacts();
  for (const { sentence, topic, score } of candidates) {
    if (chosen.length >= MAX_FACTS || (score < GOOD_SCORE && chosen.length >= MIN_FACTS)) break;
    const sameTopic = chosen.filter((fact) => fact.topic === topic).length;
    if ((sameTopic >= MAX_PER_TOPIC && chosen.length >= MIN_FACTS) || known.has(sentence) || own.has(sentence)) continue;
    const fact = { topic, claim: sentence, quote: sentence };
    chosen.push(fact);
    own.add([fact]);
  }
  return chosen;
}
