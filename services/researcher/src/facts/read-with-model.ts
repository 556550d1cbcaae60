import type { Fact } from '@coverwright/contracts';
import { ModelError, type ModelClient } from '@coverwright/server';
import { checkClaim } from './check-claim.ts';
import { chunkBlocks } from './chunk-blocks.ts';
import { chooseChunks, type PageChunk } from './choose-chunks.ts';
import { ANSWER_SCHEMA, ANSWER_TOKENS, buildFactPrompt, chunkTokens, refitFactPrompt, type PromptSubject } from './fact-prompt.ts';
import { isNoise } from './is-noise.ts';
import { locateQuote } from './locate-quote.ts';
import { parseAnswer, type SaidFact } from './parse-answer.ts';
import type { PlacedBlock } from './place-blocks.ts';
import { TOPICS, type Topic } from './topic-words.ts';

export interface ReadingOptions {
  model: ModelClient;
  numCtx: number;
  subject: PromptSubject & { jobDescription: string | null };
  signal: AbortSignal;
  /** Called before each call, counted from 1. */
  onCall: (call: number, calls: number) => void;
  /** Called once for each page that has text, in their order. */
  onPage: (page: number, reading: PageReading) => Promise<void>;
}

export interface PageReading {
  facts: Fact[];
  /** Why there are none, when the model is to blame: a clause without a full stop. */
  failure: string | null;
}

const MOST_CALLS = 12;
/** After so many answers in a row that were of no use, the next one will not be either. */
const MOST_UNUSABLE = 3;
/**
 * Lets a model pick facts out of pages, in at most twelve calls over pieces of them. A fact is kept when its quote stands on the page and
 * its claim has no number and no name that the quote has not. Whatever the model does, this ends with what was found until then; it
 * rejects only with the signal's reason, and with what a listener throws.
 */
export async function readWithModel(pages: readonly (readonly PlacedBlock[])[], options: ReadingOptions): Promise<void> {
  const { subject, numCtx } = options;
  const size = chunkTokens(numCtx, subject);
  const pieces = pages.map((blocks) => chunkBlocks(blocks, size));
  const chunks = chooseChunks(pieces, { title: subject.jobTitle, description: subject.jobDescription }, MOST_CALLS);
  let calls = 0;
  let unusable = 0;
  let failure = '';
  const read = async (page: number): Promise<PageReading> => {
    const said: SaidFact[] = [];
    let answers = 0;
    for (const chunk of chunks.filter((one) => one.page === page)) {
      if (unusable >= MOST_UNUSABLE) break;
      options.onCall((calls += 1), chunks.length);
      const answer = await ask(chunk, options);
      if ('facts' in answer) {
        said.push(...answer.facts);
        answers += 1;
        unusable = 0;
      } else {
        failure = answer.failure;
        unusable = answer.isHopeless ? MOST_UNUSABLE : unusable + 1;
      }
    }
    const facts = keepTrue(said, pages[page] ?? [], subject.companyName);
    if (facts.length > 0) return { facts, failure: null };
    if (answers === 0) return { facts, failure };
    return { facts, failure: said.length > 0 ? 'nothing that it quoted stands on the page' : null };
  };
  for (const page of new Set(chunks.map((chunk) => chunk.page))) await options.onPage(page, await read(page));
}

type Answer = { facts: SaidFact[] } | { failure: string; isHopeless: boolean };

async function ask(chunk: PageChunk, { model, subject, signal }: ReadingOptions): Promise<Answer> {
  try {
    const { text } = await model.chat({
      messages: buildFactPrompt(chunk, subject),
      refit: (fits) => refitFactPrompt(chunk, subject, fits),
      maxTokens: ANSWER_TOKENS,
      temperature: 0,
      schema: ANSWER_SCHEMA,
      signal,
    });
    const facts = parseAnswer(text);
    return facts === null ? { failure: 'its answers could not be used', isHopeless: false } : { facts };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ModelError)) throw error;
    return { failure: error.message.replace(/\.$/, ''), isHopeless: error.rule.lasts };
  }
}

function keepTrue(said: readonly SaidFact[], blocks: readonly PlacedBlock[], companyName: string): Fact[] {
  return said.flatMap(({ topic, claim, quote }) => {
    const found = locateQuote(blocks, quote);
    if (found === null || isNoise(found)) return [];
    const verdict = checkClaim(claim, found, companyName);
    if (verdict === 'contradicted') return [];
    const plain = claim.replace(/\s+/g, ' ').trim();
    return [{ topic: isTopic(topic) ? topic : 'company', claim: verdict === 'supported' && plain !== '' ? plain : found, quote: found }];
  });
}

function isTopic(topic: string): topic is Topic {
  return (TOPICS as readonly string[]).includes(topic);
}
