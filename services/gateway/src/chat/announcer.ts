import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { isTerminal, type Orchestration } from '@coverwright/contracts';
import {
  DocumentRepository,
  EventPublisher,
  JobRepository,
  LOGGER,
  MessageRepository,
  type BackgroundJob,
  type Logger,
} from '@coverwright/server';
import { EventFeed } from '../events/event-feed.ts';
import { Rounds } from '../rounds.ts';
import { sayEnded, suggestAfter } from './phrases.ts';

const everyMs = 2000;

/** Says in the chat how a run ended that was asked for there: once, at once when its event comes, and after a restart at the latest. */
@Injectable()
export class Announcer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new Rounds(
    () => this.announceAll(),
    (error) => this.logger.debug({ err: error }, 'announcements will be tried again'),
  );

  constructor(
    @Inject(JobRepository) private readonly jobs: JobRepository,
    @Inject(MessageRepository) private readonly messages: MessageRepository,
    @Inject(DocumentRepository) private readonly documents: DocumentRepository,
    @Inject(EventPublisher) private readonly events: EventPublisher,
    @Inject(EventFeed) private readonly feed: EventFeed,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.feed.watchAll((event) => {
      if (event.type === 'job' && isTerminal((JSON.parse(event.data) as Orchestration).status)) void this.rounds.soon();
    });
    void this.rounds.start(everyMs);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  private async announceAll(): Promise<void> {
    for (const job of await this.jobs.listUnannounced()) await this.announce(job);
  }

  private async announce(job: BackgroundJob): Promise<void> {
    const documentId = job.result !== null && 'document_id' in job.result ? job.result.document_id : null;
    const message = await this.messages.announceRun(job.id, {
      application_id: job.application_id,
      role: 'assistant',
      content: `${sayEnded(job)}${await this.unmetWishes(documentId)}`,
      status: 'complete',
      job_id: job.id,
      document_id: documentId,
      suggestions: suggestAfter(job),
    });
    if (message !== null) this.events.publish(message.application_id, 'message', message);
  }

  /** What the person asked for and the letter could not say. */
  private async unmetWishes(documentId: string | null): Promise<string> {
    const letter = documentId === null ? null : await this.documents.get(documentId);
    const unmet = letter?.checks.find(({ name, passed }) => name === 'feedback' && !passed);
    return unmet === undefined ? '' : ` ${unmet.detail}`;
  }
}
