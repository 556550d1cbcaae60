import type { Application, DocumentInputs, LetterCheck, ResearchNote, SentenceProvenance } from '@coverwright/contracts';
import { collectEvidence, verifyLetter, type Evidence, type ModelClient } from '@coverwright/server';
import { assembleLetter } from './assemble-letter.ts';
import { buildPrompt } from './build-prompt.ts';
import { composeOffline, type Paragraph } from './compose-offline.ts';
import { describeInputs } from './describe-inputs.ts';
import { draftWithModel } from './draft-with-model.ts';
import { keepSupported, siftSentences } from './keep-supported.ts';
import { seedOf, sha256 } from './pick.ts';
import { readWishes, type Wishes } from './read-wishes.ts';
import { relayDraft } from './relay-draft.ts';
import { selectEvidence, type Selection } from './select-evidence.ts';

export interface LetterRequest {
  application: Pick<Application, 'id' | 'company_name' | 'job_title' | 'job_description' | 'location'>;
  /** The person's own, markdown or plain text. */
  resume: string;
  /** Without the excluded ones. */
  notes: ResearchNote[];
  feedback: string | null;
  tone: string | null;
  length: 'short' | 'medium' | 'long';
  today: Date;
  researchAsked: boolean;
}

export interface LetterOptions {
  /** null: the offline composer writes. */
  model: ModelClient | null;
  signal: AbortSignal;
  /** 0–100 of the writing, with a message for a person. */
  onStep: (percent: number, message: string) => void;
  /** The draft as it is written, in order. */
  onDraft: (text: string) => void;
}

export interface ComposedLetter {
  content: string;
  generator: string;
  provenance: SentenceProvenance[];
  checks: LetterCheck[];
  inputs: DocumentInputs;
  notes_used: number;
}

interface Written {
  paragraphs: string[];
  generator: string;
  promptSha256: string | null;
  /** Why a model that was there did not write, or what had to be taken out of its draft. */
  modelCheck: LetterCheck | null;
}

type Sources = { request: LetterRequest; evidence: Evidence; wishes: Wishes; selection: Selection; offline: Paragraph[] };

/** Writes a cover letter that says only what resume, notes and posting say. Fails only when the run is cancelled. */
export async function composeLetter(request: LetterRequest, options: LetterOptions): Promise<ComposedLetter> {
  options.signal.throwIfAborted();
  options.onStep(5, 'Reading resume and notes');
  const evidence = collectEvidence(request);

  options.onStep(15, 'Choosing what fits this position');
  const wishes = readWishes(request);
  const selection = selectEvidence(evidence, wishes);
  const offline = composeOffline({ evidence, selection, wishes, seed: seedOf(request.application.id) });

  const written = await write({ request, evidence, wishes, selection, offline }, options);
  options.signal.throwIfAborted();

  options.onStep(90, 'Checking every sentence against its source');
  const content = assembleLetter(written.paragraphs, evidence);
  const { provenance, checks } = verifyLetter(content, evidence);
  const used = new Set(provenance.flatMap(({ sources }) => sources.filter(({ kind }) => kind === 'note').map(({ id }) => id)));

  options.onStep(100, 'The letter is ready');
  return {
    content,
    generator: written.generator,
    provenance,
    checks: [...checks, checkResearch(request, used.size), ...(written.modelCheck ? [written.modelCheck] : [])],
    inputs: describeInputs(request, selection, options.model?.generator ?? null, written.promptSha256),
    notes_used: used.size,
  };
}

async function write(sources: Sources, options: LetterOptions): Promise<Written> {
  const relay = relayDraft(options.onDraft);
  const { request, evidence, wishes, selection, offline } = sources;
  const writeOffline = (failure: string | null, promptSha256: string | null): Written => {
    options.onStep(70, failure === null ? 'Writing without a model' : 'The model gave no usable draft; writing without it');
    const { kept } = siftSentences(
      offline.map(({ text }) => text),
      evidence,
    );
    const paragraphs = kept.filter((sentences) => sentences.length > 0).map((sentences) => sentences.join(' '));
    relay.send(paragraphs.join('\n\n'));
    const modelCheck = failure === null ? null : checkModel(false, `The letter was written without the model: ${failure}.`);
    return { paragraphs, generator: 'offline', promptSha256, modelCheck };
  };
  if (!options.model) return writeOffline(null, null);

  const messages = buildPrompt(request, evidence, selection, wishes);
  const promptSha256 = sha256(JSON.stringify(messages));
  options.onStep(25, 'The model is writing a draft');
  const draft = await draftWithModel({
    model: options.model,
    messages,
    seed: seedOf(request.application.id),
    signal: options.signal,
    onAttempt: (attempt) => {
      if (attempt > 0) options.onStep(50, 'The first draft was not usable; the model writes another');
      return relay.open();
    },
  });
  if ('failure' in draft) return writeOffline(draft.failure.replace(/\.$/, ''), promptSha256);

  options.onStep(75, 'Taking out what no source supports');
  const kept = keepSupported({ text: draft.text, evidence, wishes, offline });
  if (kept.share < 0.3) return writeOffline('too little of its draft was supported by resume and notes', promptSha256);
  const detail = kept.dropped.length
    ? `${options.model.generator} wrote the draft; ${kept.dropped.length} unsupported sentences were taken out.`
    : `${options.model.generator} wrote the draft.`;
  return { paragraphs: kept.paragraphs, generator: options.model.generator, promptSha256, modelCheck: checkModel(true, detail) };
}

const checkModel = (passed: boolean, detail: string): LetterCheck => ({ name: 'model_used', passed, detail, hard: false });

function checkResearch(request: LetterRequest, used: number): LetterCheck {
  const none = request.researchAsked ? 'Research found nothing this letter could use.' : 'No research notes were used.';
  return { name: 'research_used', passed: used > 0, detail: used > 0 ? `${used} research notes are quoted.` : none, hard: false };
}
