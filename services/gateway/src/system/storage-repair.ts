import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ContentFolder, DocumentRepository, LOGGER, type Logger } from '@coverwright/server';

/** At start: removes what an ended process left half-written, and rewrites from the database the letters whose files are missing. */
@Injectable()
export class StorageRepair implements OnApplicationBootstrap {
  constructor(
    @Inject(ContentFolder) private readonly content: ContentFolder,
    @Inject(DocumentRepository) private readonly documents: DocumentRepository,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const swept = await this.content.sweepTemporaryFiles();
    const restored = await this.documents.restoreMissingFiles();
    if (swept > 0) this.logger.info(`removed ${swept} unfinished file(s)`);
    for (const path of restored) this.logger.warn(`the letter ${path} was missing and has been restored from the database`);
  }
}
