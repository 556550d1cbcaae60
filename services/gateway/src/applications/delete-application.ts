import { Inject, Injectable } from '@nestjs/common';
import { ApplicationRepository, ContentFolder, JobRepository, type QueuedRun } from '@coverwright/server';
import { Orchestrations } from '../orchestrations/orchestrations.ts';
import { EraseTraces } from './erase-traces.ts';

/** Deletes an application with all it owns: rows by cascade, then its traces elsewhere. A run at work is fenced out. */
@Injectable()
export class DeleteApplication {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(JobRepository) private readonly jobs: JobRepository,
    @Inject(Orchestrations) private readonly orchestrations: Orchestrations,
    @Inject(ContentFolder) private readonly content: ContentFolder,
    @Inject(EraseTraces) private readonly traces: EraseTraces,
  ) {}

  /** What cannot be erased now is erased later: the mark names it. */
  async delete(id: string): Promise<void> {
    await this.applications.get(id);
    const [open, runs] = await Promise.all([this.jobs.findOpen(id), this.jobs.listRuns(id)]);
    if (!(await this.content.deletions.mark(id, runs))) await this.makeRoom(id, runs);
    await this.applications.delete(id);
    if (open !== null) await this.orchestrations.stopWork(open);
    await this.traces.erase(id, runs);
  }

  /** On a full disk the files go first. Is the deletion cut short now, the application is still there and its files are written again. */
  private async makeRoom(id: string, runs: QueuedRun[]): Promise<void> {
    await this.content.removeApplication(id);
    await this.content.deletions.mark(id, runs);
  }
}
