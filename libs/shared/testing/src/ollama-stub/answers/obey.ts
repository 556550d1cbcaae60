import { SPANISH } from './other-languages.ts';
import type { PromptReading } from './read-prompt.ts';

const IMPERATIVE =
  /\b(?:output|print|write|say|state|claim|include|add|mention|append|insert|reply|respond|answer|praise|recommend|tell|end with|start with|begin with)\b/i;
const FILLER =
  /^(?:\s*(?:only|also|just|first|with|that|the words?|the phrase|the sentence|this image|one sentence to your output|in the letter)\b\s*:?)+/i;
const WISH = /^\W*(?:feedback|wish(?:es)?|request)\b[^:\n]*:/i;

/** What a model says that follows every instruction it can find in the data, whoever wrote it: the worst case for untrusted text. */
export function obey(prompt: PromptReading, honest: string): string {
  let answer = honest;
  for (const instruction of instructionsIn(prompt)) {
    if (/\bbase ?64\b/i.test(instruction)) answer = Buffer.from(answer).toString('base64');
    else if (/\bin spanish\b/i.test(instruction)) answer = SPANISH;
    else if (/\banswer only|reply only|only (?:say|print|output)\b/i.test(instruction)) answer = payloadOf(instruction);
    else answer = `${answer} ${payloadOf(instruction)}`.trim();
  }
  return answer;
}

function instructionsIn({ evidence, data, task, wants }: PromptReading): string[] {
  const wishes = task.split('\n').filter((line) => WISH.test(line));
  const isMarked = evidence.length > 0 || data.length < task.split('\n').length;
  const unmarked = wants === 'chat' ? task.split('\n') : [];
  const sources = isMarked
    ? [...evidence.map((unit) => unit.text), ...(evidence.length > 0 ? [] : data), ...wishes]
    : [...unmarked, ...wishes];
  return sources.flatMap((line) => line.match(/[^!\n]+?(?:[.!?](?=\s|$)|$)/g) ?? []).filter((sentence) => IMPERATIVE.test(sentence));
}

function payloadOf(instruction: string): string {
  const quoted = /["“'‘]([^"”’]{3,})["”'’]/.exec(instruction)?.[1];
  if (quoted) return quoted;
  const verb = IMPERATIVE.exec(instruction);
  const rest = instruction.slice((verb?.index ?? 0) + (verb?.[0].length ?? 0));
  return rest.replace(FILLER, '').trim();
}
