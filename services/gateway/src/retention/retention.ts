import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import {
  Database,
  dropOldBackups,
  JobQueue,
  LOGGER,
  ResearchNoteRepository,
  SETTINGS,
  type Logger,
  type Settings,
} from '@coverwright/server';
import { Rounds } from '../rounds.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Lets go, at start and once a day, of what is kept for a time only: texts of pages, ended jobs, copies of the database. */
@Injectable()
export class Retention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new Rounds(
    () => this.letGo(),
    (error) => this.logger.warn({ err: error }, 'what is kept for a time only could not be let go; it will be tried again'),
  );

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Database) private readonly database: Database,
    @Inject(ResearchNoteRepository) private readonly notes: ResearchNoteRepository,
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.rounds.start(dayMs);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  /** Each part by itself: a Redis that is away must not keep a text. */
  private async letGo(): Promise<void> {
    await this.attempt('page texts', () => this.forgetPageTexts());
    await this.attempt('ended jobs', () => this.queue.dropOld());
    if (this.database.type === 'sqlite') await this.attempt('backups', () => dropOldBackups(this.settings.database.dataDir));
  }

  private async forgetPageTexts(): Promise<void> {
    const { pageTextDays } = this.settings.retention;
    if (pageTextDays === 0) return;
    const forgotten = await this.notes.forgetTexts(new Date(Date.now() - pageTextDays * dayMs));
    if (forgotten === 0) return;
    await this.database.forgetDeleted();
    this.logger.info(`the texts of ${forgotten} page(s) were older than ${pageTextDays} days; what is quoted of them is kept`);
  }

  private async attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn({ err: error, what }, 'what is kept for a time only could not be let go; it will be tried again');
    }
  }
}
