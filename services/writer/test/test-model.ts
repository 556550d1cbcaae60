import { jest } from '@jest/globals';
import type { ModelClient, ModelRequest } from '@coverwright/server';
import { composeLetter } from '../src/compose-letter.ts';
import type { ComposedLetter, LetterOptions, LetterRequest } from '../src/letter-request.ts';

/** For the nurse of the test applications: a plan, and paragraphs with one invention each. */
export const plan = JSON.stringify({
  paragraphs: [
    { kind: 'opening', evidence: ['P1'] },
    { kind: 'work', evidence: ['R1', 'R2', 'R3'] },
    { kind: 'company', evidence: ['N1', 'N2'] },
  ],
});
const opening =
  'I am applying for the Ward Manager position at Holm Lodge. I am a registered nurse with eight years in acute and elderly care, and I would be glad to tell you more about it. I hold a PhD in Nursing.';
const work =
  'At Severn Vale Hospital I run a 24-bed elderly care ward with a team of 7 nurses and care assistants. By introducing hourly rounding I reduced falls with harm from 11 to 4 a year. I also mentored 9 newly qualified nurses through preceptorship. At Severn Vale Hospital I introduced a discharge checklist that cut readmissions by 12%.';
const company =
  'I read that you opened a dementia garden in spring 2024. Holm Lodge cares for 64 residents in three small houses, and that is a size in which I would like to work. Your chef won a national award.';

export type Answer = (request: ModelRequest, call: number) => string | Promise<string>;

export const paragraphs: Answer = ({ schema, messages }) => {
  if (schema) return plan;
  const task = messages[0]?.content.split('Task:')[1] ?? '';
  if (/sentences again/.test(task)) return '1. none';
  return /opening/.test(task) ? opening : /in particular/.test(task) ? company : work;
};

/** A model that answers as told, piece by piece. */
export const newModel = (answer: Answer) => {
  let call = 0;
  const chat = jest.fn<ModelClient['chat']>(async (request) => {
    call += 1;
    const text = await answer(request, call);
    for (const piece of text.split(/(?<=\s)/)) request.onText?.(piece);
    return { text, finish: 'stop' as const, promptTokens: null, answerTokens: null };
  });
  return { generator: 'ollama:tiny', chat };
};

export const compose = (request: LetterRequest, model: ModelClient | null, options: Partial<LetterOptions> = {}): Promise<ComposedLetter> =>
  composeLetter(request, {
    model,
    numCtx: 8192,
    signal: new AbortController().signal,
    onStep: () => undefined,
    onDraft: () => undefined,
    ...options,
  });

export const failedHard = (letter: ComposedLetter) => letter.checks.filter((check) => check.hard && !check.passed);
export const checkOf = (letter: ComposedLetter, name: string) => letter.checks.find((check) => check.name === name);
