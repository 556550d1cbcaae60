import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Application, Message } from '@coverwright/contracts';
import { EventPublisher, LOGGER, MessageRepository, ModelClients, type Logger } from '@coverwright/server';
import { EngineProbe } from '../system/engine-probe.ts';
import { AnswerFromStore } from './answer-from-store.ts';
import { ChatPrompt } from './chat-prompt.ts';

const maxAnswerTokens = 500;

/** Writes replies with the model, outside the request: a closed page does not stop them. What was written before a failure is kept. */
@Injectable()
export class ReplyWriter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stop = new AbortController();
  private readonly writing = new Set<Promise<void>>();

  constructor(
    @Inject(ModelClients) private readonly models: ModelClients,
    @Inject(EngineProbe) private readonly engine: EngineProbe,
    @Inject(ChatPrompt) private readonly prompt: ChatPrompt,
    @Inject(AnswerFromStore) private readonly store: AnswerFromStore,
    @Inject(MessageRepository) private readonly messages: MessageRepository,
    @Inject(EventPublisher) private readonly events: EventPublisher,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** A reply that the last gateway was writing when it ended cannot go on: it says so. */
  async onApplicationBootstrap(): Promise<void> {
    for (const message of await this.messages.listStreaming()) {
      await this.finish(message, 'I was interrupted before I could answer. Please ask again.', 'failed');
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort(new Error('The gateway is shutting down.'));
    await Promise.all(this.writing);
  }

  start(application: Application, reply: Message): void {
    const work = this.write(application, reply).finally(() => this.writing.delete(work));
    this.writing.add(work);
  }

  private async write(application: Application, reply: Message): Promise<void> {
    let text = '';
    try {
      const client = this.models.clientFor(await this.engine.ask(), 'chat');
      if (client === null) return await this.finish(reply, await this.store.summary(application), 'complete');
      const answer = await client.chat({
        messages: await this.prompt.build(application, reply.id),
        maxTokens: maxAnswerTokens,
        temperature: 0.3,
        signal: this.stop.signal,
        onText: (piece) => {
          text += piece;
          this.events.publish(reply.application_id, 'message_delta', { message_id: reply.id, text: piece });
        },
      });
      await this.finish(
        reply,
        answer.text.trim() === '' ? 'The model gave an empty answer. Please ask again in other words.' : answer.text,
        'complete',
      );
    } catch (error) {
      this.logger.warn({ err: error, message_id: reply.id }, 'a reply could not be finished');
      const reason = `The model could not answer: ${(error as Error).message}`;
      await this.finish(reply, text === '' ? reason : `${text}\n\n(${reason})`, 'failed');
    }
  }

  private async finish(reply: Message, content: string, status: Message['status']): Promise<void> {
    const finished = await this.messages.finishReply(reply.id, content, status);
    if (finished !== null) this.events.publish(finished.application_id, 'message', finished);
  }
}
