import { WaitingError, type Job } from 'bullmq';

/** A killed worker's job comes back some 3–6 s later with these. A worker that only stood still that long must be kept from doing harm. */
export const lockTimes = {
  lockDuration: 5000,
  stalledInterval: 1000,
  /** Seconds. A worker that stands still swallows the call that wakes the others; they look for themselves after this. */
  drainDelay: 1,
  /** After Redis has refused a command, while it loads its file or its disk is full. BullMQ's own is 15 s. */
  runRetryDelay: 1000,
};

/** How long running jobs may go on after SIGTERM before they are handed back. */
export const graceMs = 4000;

/** Gives the job to the next worker, no attempt lost. */
export async function handBack(job: Job, token: string | undefined): Promise<never> {
  await job.moveToWait(token);
  throw new WaitingError();
}
