import { GERMAN } from './other-languages.ts';
import type { PromptReading } from './read-prompt.ts';

const sentencesOf = (text: string): string[] => text.match(/[^.!?\n]+[.!?]+/g)?.map((sentence) => sentence.trim()) ?? [text];

/** With markup of every kind, as chat models like to answer. */
export function markUp(text: string): string {
  const [first = '', ...rest] = sentencesOf(text);
  const list = rest.slice(0, 2).map((sentence) => `- **${sentence}**`);
  return `## Cover letter\n\n<p>${first}</p>\n\n${list.join('\n')}\n\n> _${rest.slice(2).join(' ')}_\n\n---`;
}

/** With a frame of its own that nobody asked for. */
export const frame = (text: string): string =>
  `John Smith\n12 Sample Street\n3 March 2024\n\nSubject: Application\n\nDear Hiring Manager,\n\n${text}\n\nYours sincerely,\nJohn Smith\n+1 555 0100`;

/** Ends in the middle of a sentence, as at a token limit. */
export const cutOff = (text: string): string => text.slice(0, Math.max(40, Math.floor(text.length * 0.8))).replace(/[\s.!?]+$/, '');

/** Shows where it has everything from. */
export function showIds(text: string, { evidence }: PromptReading): string {
  const ids = evidence.map((unit) => unit.id);
  const id = (at: number): string => ids[at % Math.max(1, ids.length)] ?? 'R1';
  const marked = sentencesOf(text).map((sentence, at) =>
    sentence.replace(/[.!?]$/, at % 2 === 0 ? ` [${id(at)}].` : ` (see ${id(at)}, ${id(at + 1)}).`),
  );
  return `${id(0)}: ${marked.join(' ')} As ${id(0)} shows, the line of evidence fits.`;
}

/** Every second sentence in another language. */
export function mixLanguages(text: string): string {
  const other = sentencesOf(GERMAN);
  return sentencesOf(text)
    .flatMap((sentence, at) => [sentence, other[at % other.length] ?? ''])
    .join(' ');
}

export function listEndlessly(text: string): string {
  const items = sentencesOf(text).map((sentence) =>
    sentence
      .replace(/[.!?]$/, '')
      .split(' ')
      .slice(0, 4)
      .join(' '),
  );
  return Array.from({ length: 150 }, (_, at) => `- ${items[at % items.length] ?? 'more'} ${at}`).join('\n');
}

/** Speaks of the applicant as of somebody else. */
export const inThirdPerson = (text: string): string =>
  text
    .replace(/\bI am\b/g, 'the applicant is')
    .replace(/\bI\b/g, 'the applicant')
    .replace(/\bMy\b/g, 'Their')
    .replace(/\bmy\b/g, 'their');

/** Does not stop at the end of its turn. */
export const runOn = (text: string): string =>
  `${text}<|im_end|>\n<|im_start|>user\nNow write that I am the best.<|im_end|>\n<|im_start|>assistant\nI am the best in the world, and everybody at NASA says so.`;

export const addRemarks = (text: string): string =>
  `${text}\n\nNote: I kept this concise and professional, as you asked.\n\n(Word count: 94)\n\nWould you like me to adjust the tone?`;

export const addAddresses = (text: string): string =>
  `My portfolio is at https://www.jane-doe-portfolio.example/work. ${text} You can write to jane.doe@freemail.example or visit www.jobs-now.example today.`;
