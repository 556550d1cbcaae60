import type { LetterCheck } from '@coverwright/contracts';
import { AppError, verifyLetter } from '@coverwright/server';
import { assembleLetter } from './assemble/assemble-letter.ts';
import { finishLetter, type FinishedLetter } from './assemble/finish-letter.ts';
import { checkFeedback } from './check-feedback.ts';
import { describeInputs } from './describe-inputs.ts';
import { draftLetter, type LetterDraft } from './draft/draft-letter.ts';
import { createRelay } from './draft/relay-draft.ts';
import { gatherMaterial } from './gather-material.ts';
import { createJudge, type Judge } from './judge-sentence.ts';
import type { ComposedLetter, LetterOptions, LetterRequest } from './letter-request.ts';
import { textsOf, type Material, type Paragraph } from './material.ts';
import { composeOffline } from './offline/compose-offline.ts';

/** Less of the model than this is a letter of the offline composer with a few foreign sentences; then it writes the whole. */
const leastShare = 0.3;

/**
 * Writes a cover letter that says only what resume, notes and posting say: evidence, selection, plan, draft, cleaning, verification, repair,
 * assembly. Without a model, or when one fails, the offline composer writes. Fails when the run is cancelled, or when no letter passes the
 * hard checks.
 */
export async function composeLetter(request: LetterRequest, options: LetterOptions): Promise<ComposedLetter> {
  options.signal.throwIfAborted();
  options.onStep(5, 'Choosing what fits this position from resume and notes');
  const material = gatherMaterial(request);
  const judge = createJudge(material);

  const draft = options.model ? await draftLetter(material, judge, { ...options, model: options.model }) : null;
  options.signal.throwIfAborted();

  options.onStep(85, 'Checking every sentence against its source');
  const byModel = draft && draft.share >= leastShare ? finishLetter(draft.paragraphs, material) : null;
  const written = byModel ?? writeOffline(material, judge, draft, options);
  const used = new Set(written.provenance.flatMap(({ sources }) => sources.filter(({ kind }) => kind === 'note').map(({ id }) => id)));

  options.onStep(100, 'The letter is ready');
  return {
    ...written,
    generator: byModel && options.model ? options.model.generator : 'offline',
    checks: [
      ...written.checks,
      checkResearch(request, used.size),
      checkFeedback(material),
      draft && checkModel(draft, byModel !== null, options.model?.generator ?? ''),
    ].filter((check) => check !== null),
    inputs: describeInputs(material, options.model?.generator ?? null),
    notes_used: used.size,
  };
}

function writeOffline(material: Material, judge: Judge, draft: LetterDraft | null, options: LetterOptions): FinishedLetter {
  options.onStep(90, draft === null ? 'Writing without a model' : 'The model gave no usable draft; writing without it');
  const paragraphs = composeOffline(material, judge);
  const written = finishLetter(paragraphs, material);
  if (written === null) throw noLetter(paragraphs, material);
  const isShown = draft !== null && draft.paragraphs.length > 0;
  if (!isShown)
    createRelay(options.onDraft)
      .openParagraph(() => [])
      .settle([textsOf(paragraphs).join('\n\n')]);
  return written;
}

/** What no composer can help: a name of company or post that itself fails a check, for instance `[to be filled in]`. */
function noLetter(paragraphs: Paragraph[], { evidence, style }: Material): AppError {
  const { checks } = verifyLetter(assembleLetter(textsOf(paragraphs), evidence, style), evidence);
  const failed = checks.filter(({ hard, passed }) => hard && !passed).map(({ detail }) => detail);
  return new AppError(
    'INTERNAL',
    `No letter was saved, because none passed the checks that every letter must pass: ${failed.join('; ')}.`,
    {
      hint: 'Look at the company name, the job title and the first lines of your resume for text that does not belong into a letter, then press Retry.',
    },
  );
}

function checkModel(draft: LetterDraft, isByModel: boolean, generator: string): LetterCheck {
  const reason = draft.failure ?? 'too little of its draft was supported by resume and notes';
  if (!isByModel) return { name: 'model_used', passed: false, detail: `The letter was written without the model: ${reason}.`, hard: false };
  const parts = [
    `${generator} wrote the draft in ${draft.calls} calls`,
    ...(draft.repaired ? [`sentences put right: ${draft.repaired}`] : []),
    ...(draft.dropped
      ? [`sentences taken out, because no source supports them or they do not belong into a letter: ${draft.dropped}`]
      : []),
    ...(draft.failure ? [`parts were written without it: ${draft.failure}`] : []),
  ];
  return { name: 'model_used', passed: true, detail: `${parts.join('; ')}.`, hard: false };
}

function checkResearch(request: LetterRequest, used: number): LetterCheck {
  const none = request.researchAsked ? 'Research found nothing this letter could use.' : 'No research notes were used.';
  return { name: 'research_used', passed: used > 0, detail: used > 0 ? `${used} research notes are quoted.` : none, hard: false };
}
