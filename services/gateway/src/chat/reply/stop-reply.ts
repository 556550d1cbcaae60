import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Message, StopMessageAnswer } from '@coverwright/contracts';
import { EventPublisher, LOGGER, MessageRepository, type Logger } from '@coverwright/server';
import { EventFeed } from '../../events/event-feed.ts';
import { ReplyStops } from './reply-stops.ts';
import { ReplyWriter } from './reply-writer.ts';

/** A gateway that lives has stored its partial well before. */
const otherGatewayMs = 3000;

/** Stops a reply wherever it is written. It keeps what it has; stopping what has ended changes nothing. */
@Injectable()
export class StopReply {
  constructor(
    @Inject(ReplyWriter) private readonly writer: ReplyWriter,
    @Inject(ReplyStops) private readonly stops: ReplyStops,
    @Inject(MessageRepository) private readonly messages: MessageRepository,
    @Inject(EventFeed) private readonly feed: EventFeed,
    @Inject(EventPublisher) private readonly events: EventPublisher,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async stop(reply: Message): Promise<StopMessageAnswer> {
    if (reply.status !== 'streaming') return { ...reply, detail: alreadyEnded(reply) };
    if (!(await this.writer.stop(reply.id))) await this.stopElsewhere(reply);
    const stopped = await this.messages.get(reply.id);
    return { ...stopped, detail: stopped.status === 'stopped' ? 'The reply was stopped. What it had is kept.' : alreadyEnded(stopped) };
  }

  /** Asks the gateway that writes it; when none answers, the reply ends here with what was kept of it. */
  private async stopElsewhere(reply: Message): Promise<void> {
    const waiting = new AbortController();
    const unwatch = this.feed.watch(reply.application_id, ({ type, data }) => {
      if (type !== 'message') return;
      const { id, status } = JSON.parse(data) as Message;
      if (id === reply.id && status !== 'streaming') waiting.abort();
    });
    try {
      await this.stops.announce(reply.id);
      await pause(otherGatewayMs, undefined, { signal: waiting.signal }).catch(() => undefined);
    } catch (error) {
      this.logger.debug({ err: error }, 'no other gateway could be told to stop a reply');
    } finally {
      unwatch();
    }
    const { content } = await this.messages.get(reply.id);
    const stopped = await this.messages.finishReply(reply.id, { content, status: 'stopped' });
    if (stopped !== null) this.events.publish(stopped.application_id, 'message', stopped);
  }
}

const endings: Record<Exclude<Message['status'], 'streaming'>, string> = {
  complete: 'The reply was complete already, so nothing was stopped.',
  stopped: 'The reply had been stopped already.',
  failed: 'The reply had ended already, because it failed.',
};

const alreadyEnded = ({ status }: Message): string => (status === 'streaming' ? 'The reply is still being written.' : endings[status]);
