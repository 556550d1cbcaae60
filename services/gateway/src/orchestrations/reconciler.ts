import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { chooseRepair, JobQueue, JobRepository, LOGGER, type BackgroundJob, type Logger } from '@coverwright/server';
import { Rounds } from '../rounds.ts';
import { Orchestrations } from './orchestrations.ts';

const everyMs = 1000;
/** A run that moved within this time is left alone. */
const idleMs = 3000;

/** Holds open runs against the queue, at start and for ever after, and puts right what a crash or a flushed Redis has left. */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new Rounds(
    () => this.reconcile(),
    (error) => this.logger.debug({ err: error }, 'reconciliation will be tried again'),
  );

  constructor(
    @Inject(JobRepository) private readonly jobs: JobRepository,
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(Orchestrations) private readonly orchestrations: Orchestrations,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.rounds.start(everyMs);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  private async reconcile(): Promise<void> {
    for (const job of await this.jobs.listIdle(idleMs)) await this.repair(job);
  }

  private async repair(job: BackgroundJob): Promise<void> {
    const view = await this.queue.look(job);
    if (view === 'unreachable') return;
    // A row of the future was written before the clock was set back.
    const repair = chooseRepair(job.action, view, Math.abs(Date.now() - Date.parse(job.updated_at)));
    if (repair.do === 'nothing') return;
    this.logger.info({ job_id: job.id, view }, `reconciling: ${repair.do}`);
    if (repair.do === 'enqueue') return this.queue.enqueue(job);
    if (repair.do === 'promote') return this.queue.promote(job, repair.kind);
    if (repair.do === 'renew') {
      const renewed = await this.jobs.nextGeneration(job);
      if (renewed !== null) await this.queue.enqueue(renewed);
      return;
    }
    const failed = await this.jobs.failUnclaimed(job, {
      code: 'INTERNAL',
      message: `The ${repair.kind === 'research' ? 'research' : 'writing'} step failed and could not say why.`,
      hint: 'Press Retry. If it happens again, see the log of the service.',
    });
    if (failed !== null) this.orchestrations.tell(failed);
  }
}
