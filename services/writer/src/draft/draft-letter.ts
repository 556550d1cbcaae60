import { countWords } from '@coverwright/server';
import { completeBody, shortenLetter } from '../assemble/fit-letter.ts';
import type { Judge } from '../judge-sentence.ts';
import type { LetterOptions } from '../letter-request.ts';
import { textsOf, type Material, type Paragraph } from '../material.ts';
import { newDesk } from '../offline/desk.ts';
import { writeParagraph } from '../offline/write-paragraph.ts';
import { fixedPlan } from '../plan/fixed-plan.ts';
import { planWithModel } from '../plan/plan-with-model.ts';
import { isShort } from '../select/read-wishes.ts';
import type { Session } from './ask-model.ts';
import { sayingOf } from './check-form.ts';
import { draftParagraph } from './draft-paragraph.ts';
import { readDraft } from './read-draft.ts';
import { createRelay } from './relay-draft.ts';

/** The window that most machines run their model with; a prompt that fits it fits everywhere. */
const usualWindow = 4096;
const fixedSize = { bullets: 5, quotes: 2 };
const shortSize = { bullets: 3, quotes: 2 };

export interface LetterDraft {
  paragraphs: Paragraph[];
  /** Of the letter's words, those that the model wrote. */
  share: number;
  /** What happened, for the person: calls, sentences taken out, why the model did not write to the end. */
  calls: number;
  dropped: number;
  repaired: number;
  failure: string | null;
}

function openSession(material: Material, options: LetterOptions & { model: NonNullable<LetterOptions['model']> }): Session {
  const { model, signal, numCtx } = options;
  return { model, signal, seed: material.seed % 2 ** 30, window: Math.min(usualWindow, numCtx), calls: 0, ended: null };
}

/** Plans and drafts the letter with a model, paragraph by paragraph. Whatever the model does, the paragraphs that come back can stand. */
export async function draftLetter(
  material: Material,
  judge: Judge,
  options: LetterOptions & { model: NonNullable<LetterOptions['model']> },
): Promise<LetterDraft> {
  const session = openSession(material, options);
  options.onStep(20, 'The model is planning the letter');
  const plan = (await planWithModel(material, session)) ?? fixedPlan(material, isShort(material.wishes) ? shortSize : fixedSize);
  const relay = createRelay(options.onDraft);
  const desk = newDesk(material, judge);
  const said = new Set<string>();
  const paragraphs: Paragraph[] = [];
  const sum = { byModel: 0, dropped: 0, repaired: 0 };
  let failure = session.ended;
  let hasFailed = false;

  const show = (paragraph: Paragraph): void => relay.openParagraph(() => []).settle(paragraph.sentences.map(({ text }) => text));
  const body = plan.filter(({ part }) => part !== 'closing');

  for (const [index, planned] of body.entries()) {
    options.signal.throwIfAborted();
    if (session.ended === null)
      options.onStep(25 + Math.round((55 * index) / body.length), `The model is writing paragraph ${index + 1} of ${body.length}`);
    const watched = relay.openParagraph((raw) => readDraft(raw, material, judge, said));
    const drafted = await draftParagraph(planned, {
      material,
      judge,
      session,
      desk,
      said,
      reserved: body.length - index - 1,
      relay: watched,
    });
    failure ??= session.ended ?? drafted.failure;
    if (drafted.failure !== null) {
      // The next answers will be none either, and each costs the person time.
      if (sum.byModel === 0) return { paragraphs: [], share: 0, calls: session.calls, dropped: 0, repaired: 0, failure };
      if (hasFailed) session.ended ??= drafted.failure;
      hasFailed = true;
    }
    watched.settle(drafted.paragraph.sentences.map(({ text }) => text));
    paragraphs.push(drafted.paragraph);
    for (const { text } of drafted.paragraph.sentences) said.add(sayingOf(text));
    sum.byModel += drafted.byModel;
    sum.dropped += drafted.dropped;
    sum.repaired += drafted.repaired;
  }
  for (const added of [...completeBody(paragraphs, material, desk), writeParagraph({ part: 'closing', units: [] }, desk)]) {
    show(added);
    paragraphs.push(added);
  }
  const letter = shortenLetter(
    paragraphs.filter(({ sentences }) => sentences.length > 0),
    material,
  );
  const share = sum.byModel / Math.max(1, countWords(textsOf(letter).join(' ')));
  return { paragraphs: letter, share, calls: session.calls, dropped: sum.dropped, repaired: sum.repaired, failure };
}
