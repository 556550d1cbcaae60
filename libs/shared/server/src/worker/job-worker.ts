import { DelayedError, UnrecoverableError, Worker, type Job } from 'bullmq';
import { stepCatalog, type JobOutcome, type JobPayload, type StepKind } from '@coverwright/contracts';
import { FencedOut, type Claim } from '../database/repositories/job-rules.ts';
import { AppError } from '../errors/app-error.ts';
import type { BackgroundJob } from '../database/repositories/job.repository.ts';
import { explainError } from '../errors/explain-error.ts';
import { passingCause } from '../errors/passing-cause.ts';
import { faultPoint } from '../faults/fault-point.ts';
import type { Logger } from '../logging/logger.ts';
import type { CancelChannel } from '../queues/cancel-channel.ts';
import { describeJob } from '../queues/describe-job.ts';
import { connectPatient } from '../queues/redis.ts';
import { Run, type RunParts } from './run.ts';
import type { Meter } from '../telemetry/meter.ts';
import { inSpan, SpanKind } from '../telemetry/spans.ts';
import { graceMs, handBack, lockTimes } from './worker-rules.ts';

/** The recipe of a step. It returns when the run's state says so, or throws: an AppError ends the run, anything else is tried again. */
export type JobHandler = (run: Run) => Promise<void>;

export interface JobWorkerOptions extends RunParts {
  redisUrl: string;
  concurrency: number;
  cancels: CancelChannel;
  meter: Pick<Meter, 'count' | 'observe'>;
  logger: Logger;
  /** How long a job is put aside when something outside it (a full disk, a busy database) is in its way. */
  waitMs?: number;
}

type QueueJob = Job<unknown, JobOutcome>;
/** How the work on a step ended: `put_aside` waits for what is in its way, `handed_back` for the service to be back. */
type StepEnd = 'done' | 'superseded' | 'handed_back' | 'put_aside' | 'failed';

/** A run whose worker died this often is at fault itself. */
const maxAttempts = 25;
/** Takes the jobs of one queue, claims the run behind each and hands it to the recipe. */
export class JobWorker {
  private readonly running = new Map<string, Run>();
  private draining = false;
  private readonly connection;
  private readonly worker: Worker<unknown, JobOutcome>;

  constructor(
    private readonly kind: StepKind,
    private readonly handler: JobHandler,
    private readonly options: JobWorkerOptions,
  ) {
    this.connection = connectPatient(options.redisUrl);
    // BullMQ looks at the number of parameters to know whether a processor wants the signal.
    this.worker = new Worker(
      stepCatalog[kind].queue,
      (job: QueueJob, token?: string, signal?: AbortSignal) => this.process(job, token, signal),
      {
        connection: this.connection,
        prefix: this.connection.keyPrefix,
        concurrency: options.concurrency,
        ...lockTimes,
        maxStalledCount: maxAttempts,
      },
    );
    this.worker.on('error', (error) => options.logger.debug({ err: error }, 'queue connection'));
    options.cancels.onCancel(({ job_id, generation }) => {
      const run = this.running.get(job_id);
      if (run !== undefined && run.job.generation <= generation) run.stop('superseded');
    });
  }

  async ready(): Promise<void> {
    await this.worker.waitUntilReady();
  }

  /** Takes nothing new, lets running jobs end within the grace time and hands the others back to the queue, no attempt lost. */
  async drain(): Promise<void> {
    this.draining = true;
    await this.worker.pause(true);
    await Promise.race([this.idle(), new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
    for (const run of this.running.values()) run.stop('shutdown');
    await this.worker.close();
    this.connection.disconnect();
  }

  private async idle(): Promise<void> {
    while (this.running.size > 0) await new Promise((resolve) => this.worker.once('completed', resolve).once('failed', resolve));
  }

  private async process(job: QueueJob, token: string | undefined, signal: AbortSignal | undefined): Promise<JobOutcome> {
    // A paused worker still takes the job that ends the wait it was in: the one just handed back, for instance.
    if (this.draining) return await handBack(job, token);
    const payload = stepCatalog[this.kind].payload.parse(job.data);
    const { job_id, application_id, traceparent: parent = null } = payload;
    const attributes = { job_id, application_id };
    return inSpan(`${this.kind} step`, { kind: SpanKind.CONSUMER, parent, attributes }, () => this.work(payload, job, token, signal));
  }

  private async work(payload: JobPayload, job: QueueJob, token: string | undefined, signal: AbortSignal | undefined): Promise<JobOutcome> {
    const claim = await this.claim(payload, job, token);
    if (claim === null) {
      await this.leaveNoTrace(job, payload.job_id);
      return { outcome: 'already_ended' };
    }
    faultPoint('step-claimed');
    const log = this.options.logger.child({ job_id: payload.job_id, application_id: payload.application_id });
    const run = new Run(claim, this.options);
    signal?.addEventListener('abort', () => run.stop('superseded'), { once: true });
    this.running.set(payload.job_id, run);
    const began = performance.now();
    let end: StepEnd = 'done';
    log.info(`${this.kind} started`);
    try {
      this.tell(claim.job);
      refuseEndlessCrash(claim);
      await this.handler(run);
      log.info(`${this.kind} done`);
      return { outcome: 'done' };
    } catch (error) {
      end = endOf(error, run);
      return await this.conclude(end, error, run, job, token, log);
    } finally {
      this.options.meter.count('coverwright_steps_total', { step: this.kind, outcome: end });
      if (end === 'done') this.options.meter.observe('coverwright_step_seconds', { step: this.kind }, (performance.now() - began) / 1000);
      if (this.running.get(payload.job_id) === run) this.running.delete(payload.job_id);
      await run.close().catch((error: unknown) => log.debug({ err: error }, 'late progress was not stored'));
    }
  }

  /** A job whose run was deleted meanwhile goes with it, rather than being kept for a day like one that has ended. */
  private async leaveNoTrace(job: QueueJob, runId: string): Promise<void> {
    const row = await this.options.jobs.find(runId).catch(() => undefined);
    if (row === null) job.opts = { ...job.opts, removeOnComplete: true, removeOnFail: true };
  }

  private async claim(payload: JobPayload, job: QueueJob, token: string | undefined): Promise<Claim | null> {
    try {
      return await this.options.jobs.claim(payload.job_id, payload.generation, this.kind);
    } catch (error) {
      if (passingCause(error) === null) throw error;
      return await putAside(job, token, this.options.waitMs);
    }
  }

  /** What a stopped or failed run means for its job in the queue. */
  private async conclude(
    end: StepEnd,
    error: unknown,
    run: Run,
    job: QueueJob,
    token: string | undefined,
    log: Logger,
  ): Promise<JobOutcome> {
    if (end === 'handed_back') {
      log.info(`${this.kind} handed back`);
      return await handBack(job, token);
    }
    if (end === 'superseded') {
      log.info(`${this.kind} stopped: cancelled or taken over`);
      await this.leaveNoTrace(job, run.job.id);
      return { outcome: 'superseded' };
    }
    log.warn({ err: error }, `${this.kind} failed`);
    const cause = passingCause(error);
    if (cause !== null) {
      await this.note(log, () => this.options.jobs.postpone(run.claim, `${cause.message} ${cause.hint}`));
      return await putAside(job, token, this.options.waitMs);
    }
    const final = error instanceof AppError || job.attemptsMade + 1 >= stepCatalog[this.kind].attempts;
    if (!final) throw error;
    const unsaid = await this.note(log, () => this.options.jobs.fail(run.claim, explainError(error)));
    // Failed here and open there, the run would end without its reason. Tried again it finds the same one.
    if (passingCause(unsaid) !== null) return await putAside(job, token, this.options.waitMs);
    await this.leaveNoTrace(job, run.job.id);
    // Its text would stay behind in the events of the queue: the reason is in the row.
    throw new UnrecoverableError(explainError(error).code);
  }

  /** Changes the row and tells. Returns why that failed, or null; reconciliation then finds out from the queue and puts the row right. */
  private async note(log: Logger, change: () => Promise<BackgroundJob>): Promise<unknown> {
    try {
      this.tell(await change());
      return null;
    } catch (error) {
      log.error({ err: error }, 'how the run stands could not be stored');
      return error;
    }
  }

  private tell(row: BackgroundJob): void {
    this.options.events.publish(row.application_id, 'job', describeJob(row, {}));
  }
}

function endOf(error: unknown, { stopped }: Run): StepEnd {
  if (stopped === 'shutdown') return 'handed_back';
  if (stopped === 'superseded' || error instanceof FencedOut) return 'superseded';
  return passingCause(error) === null ? 'failed' : 'put_aside';
}

function refuseEndlessCrash({ job }: Claim): void {
  if (job.attempts <= maxAttempts) return;
  throw new AppError('INTERNAL', 'The run was interrupted too often.', { hint: 'See the log for what ends the worker, then press Retry.' });
}

/** Leaves the job to the queue for a while, no attempt lost: what it waits for may pass. */
async function putAside(job: QueueJob, token: string | undefined, waitMs = 5000): Promise<never> {
  await job.moveToDelayed(Date.now() + waitMs, token);
  throw new DelayedError();
}
