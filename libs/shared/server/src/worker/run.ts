import type { DocumentWithContent, Fact, Progress, ResearchResult, SourceReport } from '@coverwright/contracts';
import type { DocumentRepository, NewVersion } from '../database/repositories/document.repository.ts';
import { toDocument } from '../database/repositories/document.repository.ts';
import { FencedOut, percentAt, type Claim } from '../database/repositories/job-rules.ts';
import type { BackgroundJob, JobRepository } from '../database/repositories/job.repository.ts';
import { toNote, type NewNote, type StoredNote } from '../database/repositories/research-note.repository.ts';
import type { EventPublisher } from '../events/event-stream.ts';
import { faultPoint } from '../faults/fault-point.ts';
import { describeJob } from '../queues/describe-job.ts';
import { Throttle } from './throttle.ts';

export interface RunParts {
  jobs: JobRepository;
  documents: DocumentRepository;
  events: EventPublisher;
}

/** Why a run was stopped from outside. */
export type StopReason = 'superseded' | 'shutdown';

const progressEveryMs = 500;
const draftEveryMs = 80;
const lookEveryMs = 2000;

/**
 * One claimed step of a run, as the recipes of researcher and writer see it: what to do, when to stop, and where to put what was found.
 * Everything it stores is fenced: after a cancel or a takeover nothing is changed any more and `signal` says stop.
 */
export class Run {
  private readonly controller = new AbortController();
  private readonly progress = new Throttle<{ progress: Progress; sources?: SourceReport[] }>(progressEveryMs, (latest) =>
    this.saveProgress(latest),
  );
  private readonly draftPieces: string[] = [];
  private readonly drafts = new Throttle<true>(draftEveryMs, () => this.sendDraft());
  private readonly watch: NodeJS.Timeout;

  constructor(
    readonly claim: Claim,
    private readonly parts: RunParts,
  ) {
    // The cancel message can be missed; the row cannot. A database that cannot be asked now is asked again.
    this.watch = setInterval(() => void this.checkStillOurs().catch(() => undefined), lookEveryMs);
  }

  get job(): BackgroundJob {
    return this.claim.job;
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Null while nobody has stopped it. */
  get stopped(): StopReason | null {
    return this.signal.aborted ? (this.signal.reason as RunStopped).why : null;
  }

  stop(why: StopReason): void {
    if (!this.signal.aborted) this.controller.abort(new RunStopped(why));
  }

  /** `percent` is 0–100 of this step. Stored and sent at most twice a second; the latest wins. */
  report(percent: number, message: string, more: { pages_done?: number; pages_total?: number; sources?: SourceReport[] } = {}): void {
    const { sources, ...pages } = more;
    const progress = { percent: percentAt(this.job.action, this.claim.kind, percent), message, ...pages };
    this.progress.push(sources === undefined ? { progress } : { progress, sources });
  }

  /** Sends text of the draft to whoever watches, in order. */
  draft(text: string): void {
    this.draftPieces.push(text);
    this.drafts.push(true);
  }

  async addNote(found: NewNote): Promise<StoredNote> {
    const { note } = await this.parts.jobs.addNote(this.claim, found);
    faultPoint('note-stored');
    this.parts.events.publish(this.job.application_id, 'note', toNote(note));
    return note;
  }

  /** Better facts for a note of this run. A note that is gone or edited meanwhile stays as it is. */
  async replaceFacts(noteId: string, facts: Fact[], factsBy: string): Promise<void> {
    const note = await this.parts.jobs.replaceFacts(this.claim, noteId, facts, factsBy);
    if (note !== null) this.parts.events.publish(this.job.application_id, 'note', toNote(note));
  }

  async finishResearch(result: ResearchResult, sources: SourceReport[]): Promise<void> {
    await this.settle();
    const job = await this.parts.jobs.finishResearch(this.claim, result, sources);
    faultPoint('research-finished');
    this.tell(job);
  }

  async finishWithDocument(version: NewVersion, notesUsed: number): Promise<DocumentWithContent> {
    await this.settle();
    const { document, job } = await this.parts.jobs.finishWithDocument(this.claim, this.parts.documents, version, notesUsed);
    this.parts.events.publish(job.application_id, 'document', toDocument(document));
    this.tell(job);
    return document;
  }

  /** Ends what runs beside the work. Nothing is stored or sent after it. */
  async close(): Promise<void> {
    clearInterval(this.watch);
    await this.settle();
  }

  private async settle(): Promise<void> {
    await Promise.all([this.progress.flush(), this.drafts.flush()]);
  }

  private async saveProgress({ progress, sources }: { progress: Progress; sources?: SourceReport[] }): Promise<void> {
    try {
      this.tell(await this.parts.jobs.report(this.claim, progress, sources));
    } catch (error) {
      if (!(error instanceof FencedOut)) throw error;
      this.stop('superseded');
    }
  }

  private sendDraft(): void {
    const text = this.draftPieces.splice(0).join('');
    this.parts.events.publish(this.job.application_id, 'draft_delta', { job_id: this.job.id, text });
  }

  private tell(job: BackgroundJob): void {
    this.parts.events.publish(job.application_id, 'job', describeJob(job, {}));
  }

  private async checkStillOurs(): Promise<void> {
    const row = await this.parts.jobs.find(this.job.id);
    if (row === null || row.status !== 'running' || row.fence !== this.claim.fence || row.generation !== this.job.generation)
      this.stop('superseded');
  }
}

/** What `signal.reason` is when a run is stopped. */
export class RunStopped extends Error {
  constructor(readonly why: StopReason) {
    super(
      why === 'shutdown' ? 'The service is shutting down; the run will go on when it is back.' : 'The run was cancelled or taken over.',
    );
    this.name = 'RunStopped';
  }
}
