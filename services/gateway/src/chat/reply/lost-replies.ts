import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Message } from '@coverwright/contracts';
import { EventPublisher, LOGGER, MessageRepository, type Logger, type StreamingReply } from '@coverwright/server';
import { EventFeed } from '../../events/event-feed.ts';
import { saidSoFar } from '../../events/said-so-far.ts';
import { Rounds } from '../../rounds.ts';

const lookEveryMs = 2000;
/** A gateway that lives moves on its replies every second. Counted on this process's own clock: clocks of machines differ. */
const lostAfterMs = 10_000;

/** Ends replies whose gateway has died, with what they had. Replies that another gateway writes are left alone. */
@Injectable()
export class LostReplies implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new Rounds(
    () => this.endLost(),
    (error) => this.logger.debug({ err: error }, 'replies will be looked at again'),
  );
  private seen = new Map<string, { beat: number; since: number }>();

  constructor(
    @Inject(MessageRepository) private readonly messages: MessageRepository,
    @Inject(EventPublisher) private readonly events: EventPublisher,
    @Inject(EventFeed) private readonly feed: EventFeed,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.rounds.start(lookEveryMs);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  private async endLost(): Promise<void> {
    const now = performance.now();
    const streaming = await this.messages.listStreaming();
    this.seen = new Map(
      streaming.map(({ message: { id }, beat }) => {
        const before = this.seen.get(id);
        return [id, before?.beat === beat ? before : { beat, since: now }];
      }),
    );
    for (const reply of streaming) {
      if (now - (this.seen.get(reply.message.id)?.since ?? now) >= lostAfterMs) await this.end(reply);
    }
  }

  private async end({ message, beat }: StreamingReply): Promise<void> {
    const { id, application_id } = message;
    const partial = await this.longestKnown(message);
    const ending = partial === '' ? 'I was interrupted before I could answer. Please ask again.' : '\n\n(I was interrupted here.)';
    const finished = await this.messages.finishReply(id, { content: partial + ending, status: 'failed' }, beat);
    if (finished === null) return;
    this.logger.info({ message_id: id }, 'a reply was ended whose gateway has gone');
    this.events.publish(application_id, 'message_delta', { message_id: id, text: ending });
    this.events.publish(application_id, 'message', finished);
  }

  /** Readers have heard a little more than was kept. */
  private async longestKnown({ id, application_id, content }: Message): Promise<string> {
    return saidSoFar(await this.feed.upTo(application_id, '+'), id) ?? content;
  }
}
