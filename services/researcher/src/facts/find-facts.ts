import type { Fact, NoteKind } from '@coverwright/contracts';
import { addressesAi } from '../extract/addresses-ai.ts';
import type { Block } from '../extract/collect-blocks.ts';
import { isNoise } from './is-noise.ts';
import { splitSentences } from './split-sentences.ts';
import { TOPICS, countTopics, type Topic } from './topic-words.ts';

export interface FactsContext {
  companyName: string;
  jobTitle: string;
  jobDescription: string | null;
  kind: NoteKind;
}

interface Candidate {
  sentence: string;
  topic: Topic;
  score: number;
  place: number;
}

const MAX_FACTS = 8;
const MIN_FACTS = 3;
const MAX_PER_TOPIC = 4;
const GOOD_SCORE = 3;
const MAX_BLOCKS = 600;
/** A posting speaks of the role, a press page of news: where a sentence stands settles what its words leave open. */
const TOPIC_OF_KIND: Record<NoteKind, Topic> = { posting: 'role', news: 'news', company: 'company', other: 'company' };
const LEGAL_FORMS = /[,\s]+(?:inc|corp|corporation|ltd|limited|llc|llp|plc|gmbh|ag|se|sa|sas|bv|nv|co|company|group|holdings?)\.?$/i;

/**
 * The sentences of a page most worth quoting, word for word, best first: three to eight when the page has them. Same page, same facts.
 * Blocks that speak to an AI are left out.
 */
export function findFacts(blocks: readonly Block[], context: FactsContext): Fact[] {
  const candidates = candidatesOf(blocks, context).sort((a, b) => b.score - a.score || a.place - b.place);
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (chosen.length >= MAX_FACTS || (candidate.score < GOOD_SCORE && chosen.length >= MIN_FACTS)) break;
    const sameTopic = chosen.filter((other) => other.topic === candidate.topic).length;
    if (sameTopic >= MAX_PER_TOPIC && chosen.length >= MIN_FACTS) continue;
    chosen.push(candidate);
  }
  return chosen.map(({ sentence, topic }) => ({ topic, claim: sentence, quote: sentence }));
}

function candidatesOf(blocks: readonly Block[], context: FactsContext): Candidate[] {
  const score = scorer(context);
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const block of blocks.slice(0, MAX_BLOCKS)) {
    if (block.role === 'heading' || addressesAi(block.text)) continue;
    for (const sentence of splitSentences(block.text)) {
      const key = sentence.toLowerCase();
      if (seen.has(key) || isNoise(sentence) || !isStatement(sentence, block)) continue;
      seen.add(key);
      candidates.push({ sentence, ...score(sentence), place: candidates.length });
    }
  }
  return candidates;
}

/** A whole sentence, or a list item that says something; not a title, a label or a row of names. */
function isStatement(sentence: string, block: Block): boolean {
  if (block.linked > 0.7) return false;
  const words = sentence.split(/\s+/).length;
  if (/[.!。！…]["'”’)]?$/u.test(sentence)) return words >= 4 || !/\s/.test(sentence);
  return block.role === 'item' && words >= 5 && !sentence.endsWith('?') && !sentence.endsWith(':');
}

function scorer(context: FactsContext): (sentence: string) => { score: number; topic: Topic } {
  const company = coreName(context.companyName);
  const wanted = wordsOf(`${context.jobTitle} ${context.jobDescription ?? ''}`);
  const expected = TOPIC_OF_KIND[context.kind];
  return (sentence) => {
    const counts = countTopics(sentence);
    let topic = expected;
    for (const other of TOPICS) if (counts[other] > counts[topic]) topic = other;
    const words = TOPICS.reduce((sum, name) => sum + Math.min(2, counts[name]), 0);
    const shared = [...wordsOf(sentence)].filter((word) => wanted.has(word)).length;
    let score = Math.min(4, words * 0.7) + Math.min(1.5, shared * 0.3);
    if (company !== '' && sentence.toLowerCase().includes(company)) score += 2.5;
    else if (/\b(?:we|our|us)\b/i.test(sentence)) score += 1.2;
    if (/\d/.test(sentence)) score += /\b(?!(?:19|20)\d\d\b)\d/.test(sentence) ? 1.5 : 1;
    if (sentence.length > 60 && sentence.length < 220) score += 0.5;
    if (/^(?:it|they|this|that|these|those|he|she|and|but|so|however|also|then)\b/i.test(sentence)) score -= 1.5;
    if (/\?|!|^["“'‘]|\bI(?:'m|’m)?\b/.test(sentence)) score -= 1;
    return { score, topic };
  };
}

function coreName(name: string): string {
  return name.trim().replace(LEGAL_FORMS, '').toLowerCase();
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}[\p{L}\p{N}+#-]{4,}/gu) ?? []);
}
