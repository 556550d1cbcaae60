import type { NoteKind } from '@coverwright/contracts';
import { coreName, namesCompany } from '../sources/company-name.ts';
import { isNoise } from './is-noise.ts';
import type { PlacedBlock } from './place-blocks.ts';
import { STANDING_QUERY } from './questions.ts';
import { scoreByWords } from './score-by-words.ts';
import { splitSentences } from './split-sentences.ts';
import { TOPICS, countTopics, type Topic } from './topic-words.ts';

export interface FactsContext {
  companyName: string;
  jobTitle: string;
  jobDescription: string | null;
  kind: NoteKind;
  /** The page is somebody else's: only what stands beside the company's name is about the company. */
  isElsewhere: boolean;
}

/** A sentence that could be quoted, word for word as it stands on the page. */
export interface Candidate {
  sentence: string;
  topic: Topic;
  score: number;
}

const MAX_BLOCKS = 600;
const MAX_QUERY = 4000;
/** A posting speaks of the role, a press page of news: where a sentence stands settles what its words leave open. */
const TOPIC_OF_KIND: Record<NoteKind, Topic> = { posting: 'role', news: 'news', company: 'company', other: 'company' };

/** The sentences of a page that could be quoted, most telling first. Same page, same order. Blocks that speak to an AI are left out. */
export function rankSentences(blocks: readonly PlacedBlock[], context: FactsContext): Candidate[] {
  const sentences = sentencesOf(blocks, context);
  const { jobTitle, jobDescription } = context;
  const forJob = scoreByWords(sentences, `${jobTitle} ${jobTitle} ${jobDescription ?? ''}`.slice(0, MAX_QUERY));
  const forQuestions = scoreByWords(sentences, STANDING_QUERY);
  return sentences
    .map((sentence, place) => {
      const { topic, telling } = judge(sentence, context);
      return { sentence, topic, score: telling + 1.5 * (forJob[place] ?? 0) + (forQuestions[place] ?? 0), place };
    })
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ sentence, topic, score }) => ({ sentence, topic, score }));
}

function sentencesOf(blocks: readonly PlacedBlock[], context: FactsContext): string[] {
  const found = new Map<string, string>();
  for (const block of blocks.slice(0, MAX_BLOCKS)) {
    if (block.role === 'heading' || block.speaksToAi) continue;
    if (context.isElsewhere && !namesCompany(block.text, context.companyName)) continue;
    for (const sentence of splitSentences(block.text)) {
      const key = sentence.toLowerCase();
      if (!found.has(key) && !isNoise(sentence) && isStatement(sentence, block)) found.set(key, sentence);
    }
  }
  return [...found.values()];
}

/** A whole sentence, or a list item that says something; not a title, a label or a row of names. */
function isStatement(sentence: string, block: PlacedBlock): boolean {
  if (block.linked > 0.7) return false;
  const words = sentence.split(/\s+/).length;
  if (/[.!。！…]["'”’)]?$/u.test(sentence)) return words >= 4 || !/\s/.test(sentence);
  return block.role === 'item' && words >= 5 && !sentence.endsWith('?') && !sentence.endsWith(':');
}

function judge(sentence: string, context: FactsContext): { topic: Topic; telling: number } {
  const counts = countTopics(sentence);
  let topic = TOPIC_OF_KIND[context.kind];
  for (const other of TOPICS) if (counts[other] > counts[topic]) topic = other;
  const words = TOPICS.reduce((sum, name) => sum + Math.min(2, counts[name]), 0);
  const company = coreName(context.companyName);
  let telling = Math.min(4, words * 0.7);
  if (company !== '' && sentence.toLowerCase().includes(company)) telling += 2.5;
  else if (/\b(?:we|our|us)\b/i.test(sentence)) telling += 1.2;
  if (/\d/.test(sentence)) telling += /\b(?!(?:19|20)\d\d\b)\d/.test(sentence) ? 1.5 : 1;
  if (sentence.length > 60 && sentence.length < 220) telling += 0.5;
  if (/^(?:it|they|this|that|these|those|he|she|and|but|so|however|also|then)\b/i.test(sentence)) telling -= 1.5;
  if (/\?|!|^["“'‘]|\bI(?:'m|’m)?\b/.test(sentence)) telling -= 1;
  return { topic, telling };
}
