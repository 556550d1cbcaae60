import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ApplicationRepository, ContentFolder, DocumentRepository, LOGGER, type Logger, type QueuedRun } from '@coverwright/server';
import { EraseTraces } from '../applications/erase-traces.ts';
import { Rounds } from '../rounds.ts';

/** Longer than any living process needs between the first byte of a letter and its commit. */
const unfinishedAfterMs = 15_000;
const everyMs = 20_000;
/** A writer that stood still while its application was deleted makes the folder anew when it goes on. */
const lateWriterMs = 60 * 60_000;
/** A deletion that has not come to the database after this was given up. */
const underWayMs = 60_000;

/**
 * Puts the content folder right: removes what processes that died left half-written, ends deletions that were cut short, and rewrites from
 * the database the letters whose files are missing. A file that nobody here made is left where it is.
 */
@Injectable()
export class StorageRepair implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new Rounds(
    () => this.tidy(),
    (error) => this.logger.warn({ err: error }, 'the content folder could not be tidied; it will be tried again'),
  );
  private restored: Promise<void> = Promise.resolve();
  private readonly ending = new AbortController();
  /** Deletions of which nothing was left at the last look. */
  private readonly erased = new Set<string>();

  constructor(
    @Inject(ContentFolder) private readonly content: ContentFolder,
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(DocumentRepository) private readonly documents: DocumentRepository,
    @Inject(EraseTraces) private readonly traces: EraseTraces,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.rounds.start(everyMs);
    // Not waited for: with very many letters it takes long, and whoever reads a letter reads its row.
    this.restored = this.restore();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await Promise.all([this.rounds.end(), this.restored]);
  }

  private async restore(): Promise<void> {
    try {
      const restored = await this.documents.restoreMissingFiles(this.ending.signal);
      for (const path of restored) this.logger.warn(`the letter ${path} was missing and has been restored from the database`);
    } catch (error) {
      this.logger.warn({ err: error }, 'missing letters could not be restored as files; it will be tried again at the next start');
    }
  }

  private async tidy(): Promise<void> {
    await this.finishDeletions();
    const swept = await this.documents.sweepUnfinished(unfinishedAfterMs);
    if (swept > 0) this.logger.info(`removed ${swept} unfinished file(s)`);
  }

  private async finishDeletions(): Promise<void> {
    for (const { applicationId, runs, ageMs } of await this.content.deletions.list()) {
      const deleted = (await this.applications.find(applicationId)) === null;
      if (deleted) await this.finish(applicationId, runs);
      if (ageMs <= (deleted ? lateWriterMs : underWayMs)) continue;
      await this.content.deletions.unmark(applicationId);
      this.erased.delete(applicationId);
    }
  }

  private async finish(applicationId: string, runs: QueuedRun[]): Promise<void> {
    if (this.erased.has(applicationId)) await this.content.removeApplication(applicationId);
    else if (await this.traces.erase(applicationId, runs)) this.erased.add(applicationId);
  }
}
