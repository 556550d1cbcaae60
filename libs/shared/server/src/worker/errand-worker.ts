import { Worker, type Job } from 'bullmq';
import { errandCatalog, type ErrandKind, type ErrandPayload, type ErrandResult, type JobError } from '@coverwright/contracts';
import { AppError } from '../errors/app-error.ts';
import type { Logger } from '../logging/logger.ts';
import type { CancelChannel } from '../queues/cancel-channel.ts';
import { deliverAnswer } from '../queues/errand-answers.ts';
import { connectPatient } from '../queues/redis.ts';
import { graceMs, handBack, lockTimes } from './worker-rules.ts';

/** Does one errand. An AppError is told to the asker as it is, any other error only as a fault of ours. */
export type ErrandHandler<K extends ErrandKind> = (payload: ErrandPayload<K>, signal: AbortSignal) => Promise<ErrandResult<K>>;

export interface ErrandWorkerOptions {
  redisUrl: string;
  concurrency: number;
  cancels: CancelChannel;
  logger: Logger;
}

/** A worker that died this often over one errand died of it. */
const maxStalledCount = 3;
const shutdown = new Error('The service is shutting down.');
const calledOff = new Error('The errand was called off.');

/** Runs the errands of one queue and brings each answer to its asker. Nothing is stored, so a second run does no harm. */
export class ErrandWorker<K extends ErrandKind> {
  private readonly running = new Map<string, AbortController>();
  private draining = false;
  private readonly connection;
  private readonly worker: Worker<ErrandPayload<K>, void>;

  constructor(
    private readonly kind: K,
    private readonly handler: ErrandHandler<K>,
    private readonly options: ErrandWorkerOptions,
  ) {
    this.connection = connectPatient(options.redisUrl);
    this.worker = new Worker<ErrandPayload<K>, void>(errandCatalog[kind].queue, (job, token) => this.process(job, token), {
      connection: this.connection,
      prefix: this.connection.keyPrefix,
      concurrency: options.concurrency,
      ...lockTimes,
      maxStalledCount,
    });
    this.worker.on('error', (error) => options.logger.debug({ err: error }, 'queue connection'));
    options.cancels.onCancel(({ job_id }) => this.running.get(job_id)?.abort(calledOff));
  }

  async ready(): Promise<void> {
    await this.worker.waitUntilReady();
  }

  /** Takes nothing new, lets running errands end within the grace time and hands the others back to the queue. */
  async drain(): Promise<void> {
    this.draining = true;
    await this.worker.pause(true);
    const late = setTimeout(() => this.running.forEach((controller) => controller.abort(shutdown)), graceMs);
    await this.worker.close();
    clearTimeout(late);
    this.connection.disconnect();
  }

  private async process(job: Job<ErrandPayload<K>>, token: string | undefined): Promise<void> {
    const id = job.id ?? '';
    if (this.draining) return await handBack(job, token);
    // It lay in the queue for longer than its asker waits.
    if (Date.now() - job.timestamp > errandCatalog[this.kind].waitMs) return;
    const log = this.options.logger.child({ errand_id: id });
    const controller = new AbortController();
    this.running.set(id, controller);
    log.info(`${this.kind} started`);
    try {
      const payload = errandCatalog[this.kind].payload.parse(job.data) as ErrandPayload<K>;
      await deliverAnswer(this.connection, id, { result: await this.handler(payload, controller.signal) });
      log.info(`${this.kind} done`);
    } catch (error) {
      if (controller.signal.reason === shutdown) return await handBack(job, token);
      if (controller.signal.reason === calledOff) return log.info(`${this.kind} called off`);
      log.warn({ err: error }, `${this.kind} failed`);
      await deliverAnswer(this.connection, id, { error: explain(error) });
    } finally {
      this.running.delete(id);
    }
  }
}

function explain(error: unknown): JobError {
  if (error instanceof AppError) return error.toJobError();
  return {
    code: 'INTERNAL',
    message: 'This could not be done because of an error in Coverwright.',
    hint: 'Try again. If it happens again, the log of the researcher names the cause.',
  };
}
