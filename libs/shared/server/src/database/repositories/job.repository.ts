import type { EntityManager } from 'typeorm';
import type {
  DocumentWithContent,
  Fact,
  JobError,
  StepKind,
  OrchestrateRequest,
  Progress,
  ResearchResult,
  SourceReport,
} from '@coverwright/contracts';
import { isTerminal } from '@coverwright/contracts';
import { AppError } from '../../errors/app-error.ts';
import { BackgroundJobEntity } from '../entities/background-job.entity.ts';
import { isoNow } from '../ids.ts';
import { touchApplication } from './application.repository.ts';
import type { DocumentRepository, NewVersion } from './document.repository.ts';
import { FencedOut, percentAt, sameRequest, type Claim } from './job-rules.ts';
import { ended, jobActive, movedSince, newJob } from './job-row.ts';
import { JobReader, openStates, type BackgroundJob } from './job-reader.ts';
import { lockRow } from './lock-row.ts';
import { insertNote, replaceFacts, type NewNote, type StoredNote } from './research-note.repository.ts';

export type { BackgroundJob } from './job-reader.ts';

/** The state machine of a run. Nothing else changes `background_jobs`. */
export class JobRepository extends JobReader {
  /**
   * Records a run before anyone is told it was accepted. The same key, or the same request while a run is open, gives the run there is.
   * Another request while one is open fails with JOB_ACTIVE.
   */
  accept(
    applicationId: string,
    request: OrchestrateRequest,
    options: { idempotencyKey: string | null; origin: 'api' | 'chat' },
  ): Promise<{ job: BackgroundJob; created: boolean }> {
    return this.database.transaction(async (manager) => {
      await touchApplication(manager, applicationId);
      const known = await this.findAccepted(manager, applicationId, request, options.idempotencyKey);
      if (known !== null) return { job: known, created: false };
      const job = newJob(applicationId, request, options);
      await manager.insert(BackgroundJobEntity, { ...job });
      return { job, created: true };
    });
  }

  /** A worker's first act. Null when this work was done, ended or replaced meanwhile. */
  claim(id: string, generation: number, kind: StepKind): Promise<Claim | null> {
    return this.database.transaction(async (manager) => {
      const job = await lockRow(this.database, manager, BackgroundJobEntity, id);
      if (job === null || isTerminal(job.status) || job.generation !== generation) return null;
      if (kind === 'research' && job.research !== null) return null;
      const now = isoNow();
      const stage = kind === 'research' ? 'researching' : 'writing';
      const movesOn = job.stage === 'researching' && stage === 'writing';
      const changes = {
        status: 'running',
        stage,
        fence: job.fence + 1,
        attempts: movesOn ? job.attempts : job.attempts + 1,
        started_at: job.started_at ?? now,
        progress: {
          percent: percentAt(job.action, kind, 0),
          message: kind === 'research' ? 'Looking for pages to read' : 'Gathering the evidence',
        },
        updated_at: now,
      } satisfies Partial<BackgroundJob>;
      await manager.update(BackgroundJobEntity, { id }, changes);
      return { job: { ...job, ...changes }, kind, fence: changes.fence };
    });
  }

  /** Fails with FencedOut when the claim is no longer the newest or the run has ended. */
  report(claim: Claim, progress: Progress, sources?: SourceReport[]): Promise<BackgroundJob> {
    return this.fenced(claim, async () => (sources === undefined ? { progress } : { progress, sources }));
  }

  addNote(claim: Claim, note: NewNote): Promise<{ note: StoredNote; added: boolean }> {
    return this.database.transaction(async (manager) => {
      await this.checkFence(manager, claim);
      return insertNote(manager, claim.job.application_id, claim.job.id, note);
    });
  }

  /** Puts better facts into a note that the run has stored. Null when it is gone or a person has edited it meanwhile. */
  replaceFacts(claim: Claim, noteId: string, facts: Fact[], factsBy: string): Promise<StoredNote | null> {
    return this.database.transaction(async (manager) => {
      await this.checkFence(manager, claim);
      return replaceFacts(manager, claim.job.application_id, noteId, facts, factsBy);
    });
  }

  /** Ends the research of a run: for `research_only` the run itself, otherwise the letter comes next. */
  finishResearch(claim: Claim, research: ResearchResult, sources: SourceReport[]): Promise<BackgroundJob> {
    return this.fenced(claim, async (manager, job) => {
      if (job.action !== 'research_only') {
        return {
          research,
          sources,
          progress: { percent: percentAt(job.action, 'research', 100), message: 'Research is done, the letter comes next' },
        };
      }
      await touchApplication(manager, job.application_id);
      return { research, sources, ...ended('success', 'Research is done'), result: research };
    });
  }

  /** One commit for document, row and file; a claim that lost its fence changes nothing. */
  async finishWithDocument(
    claim: Claim,
    documents: DocumentRepository,
    version: NewVersion,
    notesUsed: number,
  ): Promise<{ document: DocumentWithContent; job: BackgroundJob }> {
    let { job } = claim;
    const document = await documents.appendVersion(version, async (manager) => {
      const current = await this.checkFence(manager, claim);
      return async ({ id, document_type, version: number, file_path, generator }) => {
        const result = { document_id: id, document_type, version: number, file_path, notes_used: notesUsed, generator };
        const changes = { ...ended('success', `Version ${number} of the letter is saved`), result };
        await manager.update(BackgroundJobEntity, { id: current.id }, changes);
        job = { ...current, ...changes };
      };
    });
    return { document, job };
  }

  /** Ends a claimed run with its reason. */
  fail(claim: Claim, error: JobError, sources?: SourceReport[]): Promise<BackgroundJob> {
    return this.fenced(claim, async () => ({ ...ended('failure', error.message), error, ...(sources === undefined ? {} : { sources }) }));
  }

  /** Notes why a run waits for something outside it. That try does not count. */
  postpone(claim: Claim, message: string): Promise<BackgroundJob> {
    return this.fenced(claim, async (_manager, job) => ({ progress: { ...job.progress, message }, attempts: job.attempts - 1 }));
  }

  /** Ends a run that no worker holds any more (reconciliation found it failed in the queue). Null when it moved meanwhile. */
  failUnclaimed(seen: BackgroundJob, error: JobError): Promise<BackgroundJob | null> {
    return this.change(seen.id, (job) => (movedSince(seen, job) ? null : { ...ended('failure', error.message), error }));
  }

  /** Gives a run new queue ids, so that what is left of the old ones can do no harm. Null when it moved meanwhile. */
  nextGeneration(seen: BackgroundJob): Promise<BackgroundJob | null> {
    return this.change(seen.id, (job) => (movedSince(seen, job) ? null : { generation: job.generation + 1, updated_at: isoNow() }));
  }

  /** The row ends first; whoever still works on it is fenced out. */
  async cancel(id: string): Promise<BackgroundJob> {
    await this.get(id);
    const job = await this.change(id, (row) => (isTerminal(row.status) ? null : ended('cancelled', 'Cancelled')));
    if (job === null) {
      throw new AppError('JOB_NOT_CANCELLABLE', 'The run has already ended, so there is nothing to cancel.', {
        hint: 'See its status at GET /api/orchestrations/{job_id}.',
      });
    }
    return job;
  }

  /** Runs it again under new queue ids, from the last finished step. */
  async retry(id: string): Promise<BackgroundJob> {
    await this.get(id);
    return this.database.transaction(async (manager) => {
      const job = await lockRow(this.database, manager, BackgroundJobEntity, id);
      if (job === null) throw new AppError('NOT_FOUND', `There is no run with the id ${id}.`);
      if (!isTerminal(job.status)) return job;
      if (job.status === 'success') {
        throw new AppError('JOB_NOT_RETRYABLE', 'The run succeeded, so there is nothing to retry.', {
          hint: 'Start a new run to get another version.',
        });
      }
      const other = await manager.findOneBy(BackgroundJobEntity, { application_id: job.application_id, status: openStates });
      if (other !== null) throw jobActive(other);
      const again = {
        status: 'pending',
        stage: 'queued',
        generation: job.generation + 1,
        progress: { percent: 0, message: 'Waiting to start again' },
        error: null,
        announced: job.origin !== 'chat',
        finished_at: null,
        updated_at: isoNow(),
      } satisfies Partial<BackgroundJob>;
      await manager.update(BackgroundJobEntity, { id }, again);
      return { ...job, ...again };
    });
  }

  private async findAccepted(
    manager: EntityManager,
    applicationId: string,
    request: OrchestrateRequest,
    key: string | null,
  ): Promise<BackgroundJob | null> {
    const sameKey =
      key === null ? null : await manager.findOneBy(BackgroundJobEntity, { application_id: applicationId, idempotency_key: key });
    if (sameKey !== null) return sameKey;
    const active = await manager.findOneBy(BackgroundJobEntity, { application_id: applicationId, status: openStates });
    if (active !== null && !sameRequest(active.request, request)) throw jobActive(active);
    return active;
  }

  private fenced(
    claim: Claim,
    fields: (manager: EntityManager, job: BackgroundJob) => Promise<Partial<BackgroundJob>>,
  ): Promise<BackgroundJob> {
    return this.database.transaction(async (manager) => {
      const job = await this.checkFence(manager, claim);
      const changes = { updated_at: isoNow(), ...(await fields(manager, job)) };
      await manager.update(BackgroundJobEntity, { id: job.id }, changes);
      return { ...job, ...changes };
    });
  }

  private async checkFence(manager: EntityManager, claim: Claim): Promise<BackgroundJob> {
    const job = await lockRow(this.database, manager, BackgroundJobEntity, claim.job.id);
    if (job === null || isTerminal(job.status) || job.fence !== claim.fence || job.generation !== claim.job.generation)
      throw new FencedOut();
    return job;
  }

  private change(id: string, fields: (job: BackgroundJob) => Partial<BackgroundJob> | null): Promise<BackgroundJob | null> {
    return this.database.transaction(async (manager) => {
      const job = await lockRow(this.database, manager, BackgroundJobEntity, id);
      const changes = job === null ? null : fields(job);
      if (job === null || changes === null) return null;
      await manager.update(BackgroundJobEntity, { id }, changes);
      return { ...job, ...changes };
    });
  }
}
