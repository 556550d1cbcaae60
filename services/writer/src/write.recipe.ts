import { Inject, Injectable } from '@nestjs/common';
import type { Application, LetterCheck, ResearchNote } from '@coverwright/contracts';
import {
  AnswerMemo,
  AppError,
  ApplicationRepository,
  ContentFolder,
  DocumentRepository,
  JobRecipe,
  ModelClients,
  ResearchNoteRepository,
  countWords,
  splitLetter,
  type ModelClient,
  type Run,
} from '@coverwright/server';
import { composeLetter } from './compose-letter.ts';
import { rememberAnswers } from './draft/remember-answers.ts';
import type { LetterRequest } from './letter-request.ts';

/** Drafts the letter of one run from the resume and the notes, and saves it as the next version. */
@Injectable()
export class WriteRecipe extends JobRecipe {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(ResearchNoteRepository) private readonly notes: ResearchNoteRepository,
    @Inject(DocumentRepository) private readonly documents: DocumentRepository,
    @Inject(ContentFolder) private readonly content: ContentFolder,
    @Inject(AnswerMemo) private readonly memo: AnswerMemo,
    @Inject(ModelClients) private readonly models: ModelClients,
  ) {
    super();
  }

  override run = async (run: Run): Promise<void> => {
    const application = await this.applications.get(run.job.application_id);
    const resume = await this.readResume();
    const notes = (await this.notes.listAll(application.id)).filter((note) => !note.excluded);
    const { model, missing, numCtx } = await this.chooseModel(run);
    const pastLetters = await this.content.readPastLetters();
    const latest = await this.documents.findLatest(application.id, 'cover_letter');
    const wordsBefore = latest && countWords(splitLetter(latest.content).paragraphs.join('\n'));
    const letter = await composeLetter(letterRequest(run, { application, resume, notes, pastLetters, wordsBefore }), {
      model: model && rememberAnswers(model, this.memo, run.job.id),
      numCtx,
      signal: run.signal,
      onStep: (percent, message) => run.report(percent, message),
      onDraft: (text) => run.draft(text),
    });
    run.signal.throwIfAborted();
    await run.finishWithDocument(
      {
        application_id: application.id,
        document_type: 'cover_letter',
        content: letter.content,
        provenance: letter.provenance,
        checks: [...letter.checks, ...missing],
        inputs: letter.inputs,
        generator: letter.generator,
        parent_version: run.job.request.feedback === undefined ? null : (latest?.version ?? null),
        feedback: run.job.request.feedback ?? null,
        job_id: run.job.id,
      },
      letter.notes_used,
    );
    await this.memo.forget(run.job.id);
  };

  private async readResume(): Promise<string> {
    const resume = await this.content.readResume();
    if (resume !== null && resume.content.trim() !== '') return resume.content;
    throw new AppError('RESUME_MISSING', 'There is no base resume yet, and a letter says only what a resume supports.', {
      hint: 'Save yours on the page (or with PUT /api/resume, or as content/resume/base_resume.md), then press Retry.',
    });
  }

  /** No model means the offline composer; a letter says so when a model was asked for by name. */
  private async chooseModel(run: Run): Promise<{ model: ModelClient | null; missing: LetterCheck[]; numCtx: number }> {
    run.report(1, 'Choosing who writes: a model or the offline composer');
    const engine = await this.models.probe(run.signal);
    const model = this.models.clientFor(engine, 'letter');
    const numCtx = engine.num_ctx;
    if (model !== null || engine.provider === 'offline') return { model, missing: [], numCtx };
    return { model, numCtx, missing: [{ name: 'model_used', passed: false, detail: engine.message, hard: false }] };
  }
}

function letterRequest(
  run: Run,
  found: { application: Application; resume: string; notes: ResearchNote[]; pastLetters: string | null; wordsBefore: number | null },
): LetterRequest {
  const { feedback, tone, length, action } = run.job.request;
  return {
    ...found,
    feedback: feedback ?? null,
    tone: tone ?? null,
    length: length ?? 'medium',
    today: new Date(),
    researchAsked: action === 'research_then_write',
  };
}
