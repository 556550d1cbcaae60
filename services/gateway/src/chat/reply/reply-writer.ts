import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Application, Message } from '@coverwright/contracts';
import { EventPublisher, LOGGER, MessageRepository, ModelClients, type Logger, type ModelClient } from '@coverwright/server';
import { EngineProbe } from '../../system/engine-probe.ts';
import { AnswerFromStore } from '../answer-from-store.ts';
import { parseCommand } from '../parse-command.ts';
import { ChatPrompt } from '../prompt/chat-prompt.ts';
import { combineOpinions } from '../second-opinion/combine-opinions.ts';
import { SecondOpinion } from '../second-opinion/second-opinion.ts';
import { LiveReply } from './live-reply.ts';
import { ReplyStops } from './reply-stops.ts';
import { ReplyText, type ReplyPiece } from './reply-text.ts';

export interface Assignment {
  application: Application;
  question: Message;
  reply: Message;
}

const maxAnswerTokens = 500;
/** The first try sticks to the material; another one beside it should be another one. */
const temperatures = { first: 0.3, again: 0.7 };

interface Talking {
  client: ModelClient;
  /** What the prompt may take of the context window. */
  roomTokens: number;
  temperature: number;
  signal: AbortSignal;
}

type StopReason = 'person' | 'shutdown' | 'ended-elsewhere';
interface Writing {
  stop: (reason: StopReason) => void;
  done: Promise<void>;
}

/** Writes replies with the model, outside the request: a closed page does not stop them. What was written before a failure is kept. */
@Injectable()
export class ReplyWriter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly writing = new Map<string, Writing>();

  constructor(
    @Inject(ModelClients) private readonly models: ModelClients,
    @Inject(EngineProbe) private readonly engine: EngineProbe,
    @Inject(ChatPrompt) private readonly prompt: ChatPrompt,
    @Inject(SecondOpinion) private readonly opinion: SecondOpinion,
    @Inject(AnswerFromStore) private readonly store: AnswerFromStore,
    @Inject(MessageRepository) private readonly messages: MessageRepository,
    @Inject(EventPublisher) private readonly events: EventPublisher,
    @Inject(ReplyStops) private readonly stops: ReplyStops,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.stops.onStop((replyId) => this.writing.get(replyId)?.stop('person'));
  }

  async beforeApplicationShutdown(): Promise<void> {
    const all = [...this.writing.values()];
    for (const { stop } of all) stop('shutdown');
    await Promise.all(all.map(({ done }) => done));
  }

  start(assignment: Assignment, kind: keyof typeof temperatures): void {
    const controller = new AbortController();
    const stop = (reason: StopReason) => controller.abort(reason);
    const { id } = assignment.reply;
    const done = this.write(assignment, temperatures[kind], controller)
      .catch((error: unknown) => this.logger.error({ err: error, message_id: id }, 'a reply could not be stored'))
      .finally(() => this.writing.delete(id));
    this.writing.set(id, { stop, done });
  }

  /** Stops a reply that this gateway writes and waits until its partial is stored. False when it writes no such reply. */
  async stop(replyId: string): Promise<boolean> {
    const writing = this.writing.get(replyId);
    if (writing === undefined) return false;
    writing.stop('person');
    await writing.done;
    return true;
  }

  private async write(assignment: Assignment, temperature: number, controller: AbortController): Promise<void> {
    const { reply } = assignment;
    const live = new LiveReply(reply, {
      events: this.events,
      messages: this.messages,
      onEndedElsewhere: () => controller.abort('ended-elsewhere' satisfies StopReason),
    });
    try {
      await this.answer(assignment, temperature, controller.signal, live);
    } catch (error) {
      await this.endEarly(live, reply, controller.signal, error);
    } finally {
      await live.close();
    }
  }

  private async answer(assignment: Assignment, temperature: number, signal: AbortSignal, live: LiveReply): Promise<void> {
    const { application, question, reply } = assignment;
    const engine = await this.engine.ask();
    const command = parseCommand(question.content);
    if (command.kind === 'unsure') {
      const opinion = await this.opinion.ask(engine, question.content, command.urls, signal);
      const { more, suggestions } = combineOpinions(reply.suggestions ?? [], command, opinion);
      if (opinion?.kind !== 'talk') return live.end('complete', more, suggestions);
    }
    const client = this.models.clientFor(engine, 'chat');
    if (client === null) {
      const { content, suggestions } = await this.store.withoutModel(application, engine);
      return live.end('complete', content, suggestions);
    }
    return this.talk(assignment, { client, roomTokens: engine.num_ctx - maxAnswerTokens, temperature, signal }, live);
  }

  private async talk({ application, question, reply }: Assignment, by: Talking, live: LiveReply): Promise<void> {
    const { messages, refit, known, note } = await this.prompt.build(application, question, by.roomTokens);
    const opening = [reply.content, note ?? '']
      .filter(Boolean)
      .map((part) => `${part.trimEnd()}\n\n`)
      .join('');
    live.add({ reset: false, text: opening.slice(reply.content.length) });
    const add = ({ reset, text }: ReplyPiece): void => live.add({ reset, text: reset ? opening + text : text });
    let text = new ReplyText(known);
    by.signal.throwIfAborted();
    const said = await by.client.chat({
      messages,
      refit,
      maxTokens: maxAnswerTokens,
      temperature: by.temperature,
      signal: by.signal,
      onText: (piece) => add(text.push(piece)),
      onRestart: () => {
        text = new ReplyText(known);
        add({ reset: true, text: '' });
      },
    });
    add(text.flush());
    if (live.isSilent(opening)) return live.end('complete', 'The model gave an empty answer. Please ask again in other words.');
    return said.finish === 'length' ? live.end('complete', ' …', ['Go on']) : live.end('complete');
  }

  private async endEarly(live: LiveReply, reply: Message, signal: AbortSignal, error: unknown): Promise<void> {
    const reason: unknown = signal.reason;
    if (reason === 'ended-elsewhere') return;
    if (reason === 'person') return live.end('stopped');
    this.logger.warn({ err: error, message_id: reply.id }, 'a reply could not be finished');
    const why = reason === 'shutdown' ? 'Coverwright was stopped before the reply was done.' : sayWhy(error);
    return live.end('failed', live.isSilent() ? why : `\n\n(${why})`);
  }
}

const sayWhy = (error: unknown): string =>
  `The model could not answer. ${error instanceof Error ? error.message : String(error)} Everything that needs no model still works: research, letters, status and notes.`;
