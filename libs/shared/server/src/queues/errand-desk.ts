import type { Job } from 'bullmq';
import { errandCatalog, type ErrandKind, type ErrandPayload, type ErrandResult } from '@coverwright/contracts';
import { newId } from '../database/ids.ts';
import { AppError } from '../errors/app-error.ts';
import type { CancelChannel } from './cancel-channel.ts';
import { takeAnswer } from './errand-answers.ts';
import type { JobQueue } from './job-queue.ts';
import { soon } from './soon.ts';

/** The asker's side of an errand: sends a worker out and waits for what it brings back, for a while and as long as somebody wants it. */
export class ErrandDesk {
  constructor(
    private readonly queue: JobQueue,
    private readonly cancels: CancelChannel,
    private readonly redisUrl: string,
  ) {}

  /**
   * @throws AppError with what the worker says went wrong, or QUEUE_UNAVAILABLE when it cannot be sent or does not come back in time; the
   * signal's reason when aborted. The errand is called off in each case but the first.
   */
  async ask<K extends ErrandKind>(kind: K, payload: ErrandPayload<K>, signal: AbortSignal): Promise<ErrandResult<K>> {
    const { waitMs, result } = errandCatalog[kind];
    const id = newId();
    const job = await this.send(kind, id, payload);
    let isAnswered = false;
    try {
      const answer = await takeAnswer(this.redisUrl, id, waitMs, signal);
      if (answer === null) throw noAnswer(waitMs);
      isAnswered = true;
      if ('error' in answer) throw new AppError(answer.error.code, answer.error.message, { hint: answer.error.hint });
      return result.parse(answer.result) as ErrandResult<K>;
    } finally {
      if (!isAnswered) await this.callOff(id, job);
    }
  }

  private async send<K extends ErrandKind>(kind: K, id: string, payload: ErrandPayload<K>): Promise<Job> {
    try {
      return await soon(
        this.queue.queues[kind].add(errandCatalog[kind].name, payload, { jobId: id, removeOnComplete: true, removeOnFail: true }),
      );
    } catch (error) {
      throw new AppError('QUEUE_UNAVAILABLE', 'The queue (Redis) cannot be reached, so nobody could be asked to do this.', {
        hint: 'Try again when it is back; it is started again by itself.',
        cause: error,
      });
    }
  }

  /** Takes it out of the queue while it waits there; the worker that already has it is told to stop. What fails here ends by itself. */
  private async callOff(id: string, job: Job): Promise<void> {
    await Promise.allSettled([soon(job.remove()), this.cancels.announce({ job_id: id, generation: 1 })]);
  }
}

function noAnswer(waitMs: number): AppError {
  return new AppError('QUEUE_UNAVAILABLE', `No answer came within ${waitMs / 1000} seconds: the researcher is busy or not running.`, {
    hint: 'Try again. If it happens again, the log of the researcher says why.',
  });
}
