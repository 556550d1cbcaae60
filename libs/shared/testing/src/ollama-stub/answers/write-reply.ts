import type { PromptReading } from './read-prompt.ts';
import { restate } from './restate.ts';
import type { StubMessage } from '../stub-types.ts';

const NOTHING = 'I found nothing about that in what I was given. Research on the company page may bring more.';
const EVIDENCE = /\[[RNJEKP]\d+\]/;
const ADDRESSED_TO_MODEL = /^\W*(?:you (?:are|must|help|can|cannot)|lines that|do not|never|always|answer|reply|use|write|if|keep|say)\b/i;

/** A chat answer of two sentences: the lines of the prompt that fit the question best, evidence first where they fit alike. */
export function writeReply(messages: StubMessage[], prompt: PromptReading): string {
  const question = wordsOf(prompt.task);
  const said = [
    ...prompt.evidence.map((unit, index) => ({ text: unit.text, sentence: restate(unit, index) })),
    ...contextLines(messages, prompt),
  ];
  const best = said
    .map((item) => ({ ...item, fit: overlap(question, wordsOf(item.text)) }))
    .sort((a, b) => b.fit - a.fit)
    .slice(0, 2);
  return best.length > 0 ? best.map((item) => item.sentence).join(' ') : NOTHING;
}

function contextLines(messages: StubMessage[], prompt: PromptReading): { text: string; sentence: string }[] {
  return messages
    .filter((message) => message.role !== 'assistant' && message.content !== prompt.task)
    .flatMap((message) => message.content.split('\n'))
    .filter((line) => !EVIDENCE.test(line))
    .map((line) =>
      line
        .replace(/^[\s\-*#|>]+/, '')
        .replace(/^\[[^\]]*\][\s\-*#]*/, '')
        .trim(),
    )
    .filter((line) => line.length >= 20 && !ADDRESSED_TO_MODEL.test(line))
    .map((line) => ({ text: line, sentence: /[.!?]["”]?$/.test(line) ? line : `${line}.` }));
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu));
}

function overlap(a: Set<string>, b: Set<string>): number {
  return [...b].filter((word) => a.has(word)).length;
}
