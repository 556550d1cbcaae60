import type { Message } from '@coverwright/contracts';
import type { EventPublisher, MessageRepository } from '@coverwright/server';
import type { ReplyPiece } from './reply-text.ts';

/** Tokens that come faster than this travel together: fewer events, and nobody sees the difference. */
const publishEveryMs = 40;
const keepEveryMs = 1000;

export interface LiveReplyParts {
  events: Pick<EventPublisher, 'publish'>;
  messages: Pick<MessageRepository, 'keepPartial' | 'finishReply'>;
  /** The reply has ended elsewhere, or is gone: nobody wants the rest. */
  onEndedElsewhere: () => void;
}

/**
 * A reply while it is written: it begins with what it has, is said piece by piece and kept every second. `text` is what has been said; readers who add up the pieces have
 * the same, at every moment and at the end.
 */
export class LiveReply {
  text: string;
  private unsaid = '';
  private timer: NodeJS.Timeout | null = null;
  private readonly keeper: NodeJS.Timeout;
  private keeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly reply: Message,
    private readonly parts: LiveReplyParts,
  ) {
    this.text = reply.content;
    this.keeper = setInterval(() => {
      this.keeping = this.keep();
    }, keepEveryMs);
  }

  add({ reset, text }: ReplyPiece): void {
    if (reset) this.takeBack();
    if (text === '') return;
    this.unsaid += text;
    if (this.timer !== null) return;
    this.say();
    this.timer = setTimeout(() => {
      this.timer = null;
      this.say();
    }, publishEveryMs);
  }

  /** Whether nothing was said beyond `opening`. */
  isSilent(opening = ''): boolean {
    return this.text + this.unsaid === opening;
  }

  /** Ends the reply with `ending` added to it, and tells everybody. */
  async end(status: Message['status'], ending = '', suggestions: string[] = this.reply.suggestions ?? []): Promise<void> {
    this.unsaid += ending;
    this.say();
    await this.close();
    const finished = await this.parts.messages.finishReply(this.reply.id, { content: this.text, status, suggestions });
    if (finished !== null) this.parts.events.publish(finished.application_id, 'message', finished);
  }

  /** Stops the clocks. Harmless when they have stopped. */
  async close(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    clearInterval(this.keeper);
    await this.keeping;
  }

  private say(): void {
    if (this.unsaid === '') return;
    this.parts.events.publish(this.reply.application_id, 'message_delta', { message_id: this.reply.id, text: this.unsaid });
    this.text += this.unsaid;
    this.unsaid = '';
  }

  private takeBack(): void {
    this.text = '';
    this.unsaid = '';
    this.parts.events.publish(this.reply.application_id, 'message', { ...this.reply, content: '' });
  }

  private async keep(): Promise<void> {
    const kept = await this.parts.messages.keepPartial(this.reply.id, this.text).catch(() => true);
    if (!kept) this.parts.onEndedElsewhere();
  }
}
