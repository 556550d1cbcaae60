import { Inject, Injectable } from '@nestjs/common';
import { ContentFolder, Database, JobQueue, listMigrations } from '@coverwright/server';
import { checkPart, type PartState } from './check-parts.ts';

/** The parts that every run needs, each asked whether it works. */
@Injectable()
export class Parts {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(JobQueue) private readonly jobQueue: JobQueue,
    @Inject(ContentFolder) private readonly content: ContentFolder,
  ) {}

  database(): Promise<PartState> {
    return checkPart(
      async () => void (await listMigrations(this.db)),
      `${this.db.type} answers`,
      'The database does not answer or was not migrated',
    );
  }

  queue(): Promise<PartState> {
    return checkPart(() => this.jobQueue.ping(), 'Redis answers', 'Redis does not answer; runs are kept and start when it is back');
  }

  storage(): Promise<PartState> {
    return checkPart(() => this.content.checkWritable(), 'The content folder can be written', 'The content folder cannot be written');
  }
}
