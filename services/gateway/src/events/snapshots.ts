import { Inject, Injectable } from '@nestjs/common';
import type { ApplicationSnapshot, Message, Orchestration } from '@coverwright/contracts';
import { ApplicationRepository, DocumentRepository, MessageRepository, ResearchNoteRepository } from '@coverwright/server';
import { Orchestrations } from '../orchestrations/orchestrations.ts';
import { EventFeed } from './event-feed.ts';
import { saidSoFar } from './said-so-far.ts';

const page = { limit: 100 };

/** The whole current state, with the id of the event after which it goes on. */
@Injectable()
export class Snapshots {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(Orchestrations) private readonly orchestrations: Orchestrations,
    @Inject(ResearchNoteRepository) private readonly notes: ResearchNoteRepository,
    @Inject(DocumentRepository) private readonly documents: DocumentRepository,
    @Inject(MessageRepository) private readonly messages: MessageRepository,
    @Inject(EventFeed) private readonly feed: EventFeed,
  ) {}

  /** The id is taken before the rows are read: what happens in between comes again as an event, and nothing is missed. */
  async ofApplication(id: string): Promise<{ id: string; data: ApplicationSnapshot }> {
    const eventId = await this.feed.newestId(id);
    const [application, orchestrations, notes, documents, messages] = await Promise.all([
      this.applications.get(id),
      this.orchestrations.history(id, page),
      this.notes.listAll(id),
      this.documents.list(id, page),
      this.messages.listLatest(id, page.limit),
    ]);
    return {
      id: eventId,
      data: {
        application,
        orchestrations: orchestrations.items,
        notes,
        documents: documents.items,
        messages: await this.withPartialText(id, eventId, messages),
      },
    };
  }

  async ofJob(jobId: string): Promise<{ id: string; data: Orchestration }> {
    const { application_id } = await this.orchestrations.describe(jobId);
    const eventId = await this.feed.newestId(application_id);
    return { id: eventId, data: await this.orchestrations.describe(jobId) };
  }

  /** A reply that is being written is stored now and then; its text up to the event after which the reader goes on is in the events. */
  private async withPartialText(applicationId: string, eventId: string, messages: Message[]): Promise<Message[]> {
    if (!messages.some((message) => message.status === 'streaming')) return messages;
    const events = await this.feed.upTo(applicationId, eventId);
    return messages.map((message) => (message.status === 'streaming' ? withSaid(message, saidSoFar(events, message.id)) : message));
  }
}

/** Events that were lost with Redis leave what was stored. */
const withSaid = (message: Message, said: string | null): Message => (said === null ? message : { ...message, content: said });
