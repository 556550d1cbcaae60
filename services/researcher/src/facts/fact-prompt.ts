import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { estimatePromptTokens, type FitsWindow, type ModelMessage } from '@coverwright/server';
import { addressesAi } from '../extract/addresses-ai.ts';
import type { Chunk } from './chunk-blocks.ts';
import { QUESTIONS } from './questions.ts';
import { TOPICS } from './topic-words.ts';

/** Whom and what the facts are for. It comes from the application, whose fields may have come from a page. */
export interface PromptSubject {
  companyName: string;
  jobTitle: string;
}

export const ANSWER_TOKENS = 700;
const MOST_FACTS = 5;
const MAX_CHUNK_TOKENS = 900;
/** The client refuses what the estimate, with this margin, does not fit. */
const MARGIN = 1.15;
const MAX_LABEL = 120;
const CONTROL_TOKENS = /<\|[^|<>]{0,40}\|>|<\/?s>|\[\/?INST\]|<<\/?SYS>>/gi;
const template = readFileSync(new URL('../../prompts/facts.md', import.meta.url), 'utf8');

/** The answer's form, as a hint to the server; what comes back is checked whatever it looks like. */
export const ANSWER_SCHEMA = {
  type: 'object',
  properties: {
    facts: {
      type: 'array',
      maxItems: MOST_FACTS,
      items: {
        type: 'object',
        properties: { topic: { type: 'string', enum: [...TOPICS] }, claim: { type: 'string' }, quote: { type: 'string' } },
        required: ['topic', 'claim', 'quote'],
      },
    },
  },
  required: ['facts'],
};

/** The prompt for one piece of a page. The mark around the text is new each time: no page can know it and close the quotation. */
export function buildFactPrompt(chunk: Pick<Chunk, 'lines'>, subject: PromptSubject): ModelMessage[] {
  const nonce = newMark();
  const prefix = `${nonce.slice(0, 4)}|`;
  const values: Record<string, string> = {
    company: label(subject.companyName, 'the employer'),
    title: label(subject.jobTitle, 'the job'),
    topics: TOPICS.map((topic) => `  ${topic}: ${QUESTIONS[topic]}`).join('\n'),
    most: String(MOST_FACTS),
    nonce,
    prefix,
    lines: chunk.lines.map((line) => `${prefix} ${oneLine(line)}`).join('\n'),
  };
  return [{ role: 'user', content: template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole) }];
}

/** The same over fewer lines, the last ones left out first, until it fits; with none at all when even one is too many. */
export function refitFactPrompt(chunk: Pick<Chunk, 'lines'>, subject: PromptSubject, fits: FitsWindow): ModelMessage[] {
  for (let count = chunk.lines.length; count > 0; count -= 1) {
    const prompt = buildFactPrompt({ lines: chunk.lines.slice(0, count) }, subject);
    if (fits(prompt)) return prompt;
  }
  return buildFactPrompt({ lines: [] }, subject);
}

/** How many tokens of a page go into one prompt, so that instructions and answer fit the window beside them. */
export function chunkTokens(numCtx: number, subject: PromptSubject): number {
  const around = estimatePromptTokens(buildFactPrompt({ lines: [] }, subject));
  return Math.min(MAX_CHUNK_TOKENS, Math.floor((numCtx - ANSWER_TOKENS) / MARGIN) - around);
}

/** Letters only: figures cost a token each. */
function newMark(): string {
  return Array.from(randomBytes(12), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

function label(text: string, instead: string): string {
  const shown = oneLine(text).slice(0, MAX_LABEL).trim();
  return shown === '' || addressesAi(shown) ? instead : shown;
}

function oneLine(text: string): string {
  return text.replace(CONTROL_TOKENS, ' ').replace(/\s+/g, ' ');
}
