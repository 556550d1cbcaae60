import { Inject, Injectable } from '@nestjs/common';
import type { Application, Message, OrchestrateRequest, PostMessageAnswer } from '@coverwright/contracts';
import { AppError, ApplicationRepository, EventPublisher, JobRepository, MessageRepository, type NewMessage } from '@coverwright/server';
import { EngineProbe } from '../system/engine-probe.ts';
import { Orchestrations } from '../orchestrations/orchestrations.ts';
import { acknowledge } from './acknowledge.ts';
import { AnswerFromStore } from './answer-from-store.ts';
import { parseCommand, type ChatCommand } from './parse-command.ts';
import { ReplyWriter } from './reply-writer.ts';
import { sayRunning, suggest } from './phrases.ts';

/** What is answered at once; `streaming` means that a model writes the rest. */
type Reply = Pick<NewMessage, 'content' | 'status' | 'job_id'>;

/**
 * The orchestrator behind the chat. Commands are recognised by rules, never by a model; what needs no model is answered from what is
 * stored, so that the chat answers while every model slot is busy with a letter.
 */
@Injectable()
export class ChatService {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(JobRepository) private readonly jobs: JobRepository,
    @Inject(MessageRepository) private readonly messages: MessageRepository,
    @Inject(Orchestrations) private readonly orchestrations: Orchestrations,
    @Inject(AnswerFromStore) private readonly store: AnswerFromStore,
    @Inject(ReplyWriter) private readonly writer: ReplyWriter,
    @Inject(EngineProbe) private readonly engine: EngineProbe,
    @Inject(EventPublisher) private readonly events: EventPublisher,
  ) {}

  async receive(applicationId: string, content: string): Promise<PostMessageAnswer> {
    const application = await this.applications.get(applicationId);
    const reply = await this.answer(application, parseCommand(content));
    const exchange = await this.messages.createExchange(
      { application_id: applicationId, role: 'user', content, status: 'complete' },
      { application_id: applicationId, role: 'assistant', ...reply },
    );
    this.publish(exchange.question);
    this.publish(exchange.reply);
    if (reply.status === 'streaming') this.writer.start(application, exchange.reply);
    return { message_id: exchange.question.id, reply_id: exchange.reply.id, ...(reply.job_id ? { job_id: reply.job_id } : {}) };
  }

  private async answer(application: Application, command: ChatCommand): Promise<Reply> {
    switch (command.kind) {
      case 'start': {
        const { action, url, urls } = command;
        const more = urls.filter((other) => other !== url);
        return this.start(
          application.id,
          { action, ...(url === null ? {} : { url }), ...(more.length === 0 ? {} : { urls: more }) },
          acknowledge(action),
        );
      }
      case 'revise':
        return this.start(
          application.id,
          { action: 'write_only', feedback: command.feedback },
          'Writing a new version with that in mind. The one you have stays as it is.',
        );
      case 'status':
        return complete(await this.store.status(application.id));
      case 'findings':
        return complete(await this.store.findings(application.id));
      case 'cancel':
        return this.cancel(application.id);
      case 'unsure':
        return complete(suggest(command.suggestion));
      case 'talk':
        return (await this.engine.ask()).chat_model === null
          ? complete(await this.store.summary(application))
          : { content: '', status: 'streaming' };
    }
  }

  private async start(applicationId: string, request: OrchestrateRequest, said: string): Promise<Reply> {
    try {
      const job = await this.orchestrations.start(applicationId, request, { idempotencyKey: null, origin: 'chat' });
      return { content: said, status: 'complete', job_id: job.id };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'JOB_ACTIVE') throw error;
      const active = await this.jobs.findOpen(applicationId);
      return { content: sayRunning(active), status: 'complete', job_id: active?.id ?? null };
    }
  }

  private async cancel(applicationId: string): Promise<Reply> {
    const open = await this.jobs.findOpen(applicationId);
    if (open === null) return complete('Nothing is running, so there is nothing to cancel.');
    await this.orchestrations.cancel(open.id);
    return { content: 'Cancelled. What was found so far is kept.', status: 'complete', job_id: open.id };
  }

  private publish(message: Message): void {
    this.events.publish(message.application_id, 'message', message);
  }
}

const complete = (content: string): Reply => ({ content, status: 'complete' });
