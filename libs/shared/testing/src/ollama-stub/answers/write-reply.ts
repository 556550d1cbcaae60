import type { PromptReading } from './read-prompt.ts';
import { restate } from './restate.ts';
import type { StubMessage } from '../stub-types.ts';

const NOTHING = 'I found nothing about that in what I was given. Research on the company page may bring more.';
const ADDRESSED_TO_MODEL = /^\W*(?:you are|you must|do not|never|always|answer|reply|use|write|if|keep|say)\b/i;

/** A chat answer of two sentences, taken from the evidence or, without any, from the lines of the prompt that fit the question best. */
export function writeReply(messages: StubMessage[], prompt: PromptReading): string {
  const question = wordsOf(prompt.task);
  const byFit = <T>(items: T[], textOf: (item: T) => string) =>
    items
      .map((item) => ({ item, fit: overlap(question, wordsOf(textOf(item))) }))
      .sort((a, b) => b.fit - a.fit)
      .map(({ item }) => item)
      .slice(0, 2);
  if (prompt.evidence.length > 0)
    return byFit(prompt.evidence, (unit) => unit.text)
      .map(restate)
      .join(' ');
  const context = messages.filter((message) => message.content !== prompt.task).flatMap((message) => message.content.split('\n'));
  const lines = context
    .map((line) => line.replace(/^[\s\-*|>]+/, '').trim())
    .filter((line) => line.length >= 20 && !ADDRESSED_TO_MODEL.test(line));
  const sentences = byFit(lines, (line) => line).map((line) => (/[.!?]$/.test(line) ? line : `${line}.`));
  return sentences.length > 0 ? sentences.join(' ') : NOTHING;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu));
}

function overlap(a: Set<string>, b: Set<string>): number {
  return [...b].filter((word) => a.has(word)).length;
}
