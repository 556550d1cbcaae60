import { Inject, Injectable } from '@nestjs/common';
import type { Application, Message, PostMessageAnswer, StopMessageAnswer } from '@coverwright/contracts';
import { AppError, ApplicationRepository, EventPublisher, MessageRepository } from '@coverwright/server';
import { AnswerCommand, type Reply } from './answer-command.ts';
import { parseCommand } from './parse-command.ts';
import { ReplyWriter } from './reply/reply-writer.ts';
import { StopReply } from './reply/stop-reply.ts';

/**
 * The orchestrator behind the chat. Commands are recognised by rules, never by a model; what needs no model is answered from what is
 * stored, so that the chat answers while every model slot is busy with a letter.
 */
@Injectable()
export class ChatService {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(MessageRepository) private readonly messages: MessageRepository,
    @Inject(AnswerCommand) private readonly answers: AnswerCommand,
    @Inject(ReplyWriter) private readonly writer: ReplyWriter,
    @Inject(StopReply) private readonly stopReply: StopReply,
    @Inject(EventPublisher) private readonly events: EventPublisher,
  ) {}

  async receive(applicationId: string, content: string): Promise<PostMessageAnswer> {
    const application = await this.applications.get(applicationId);
    const answer = await this.answers.answer(application, parseCommand(content));
    const { question, reply } = await this.messages.createExchange(
      { application_id: applicationId, role: 'user', content, status: 'complete' },
      { application_id: applicationId, role: 'assistant', ...answer },
    );
    this.publish(question);
    return this.begin(application, question, reply, answer, 'first');
  }

  /** Another reply to the same message, beside those there are. */
  async regenerate(id: string): Promise<PostMessageAnswer> {
    const replied = await this.messages.get(id);
    const questionId = replied.reply_to ?? null;
    if (questionId === null) throw answersNothing(replied);
    const [application, question] = await Promise.all([this.applications.get(replied.application_id), this.messages.get(questionId)]);
    const answer = await this.answers.answerAgain(application, question, parseCommand(question.content));
    const reply = await this.messages.addSibling(question.id, { application_id: application.id, role: 'assistant', ...answer });
    return this.begin(application, question, reply, answer, 'again');
  }

  async stop(id: string): Promise<StopMessageAnswer> {
    const message = await this.messages.get(id);
    if (message.role === 'user') throw answersNothing(message);
    return this.stopReply.stop(message);
  }

  private begin(application: Application, question: Message, reply: Message, answer: Reply, kind: 'first' | 'again'): PostMessageAnswer {
    this.publish(reply);
    if (reply.status === 'streaming') this.writer.start({ application, question, reply }, kind);
    return { message_id: question.id, reply_id: reply.id, ...(answer.job_id ? { job_id: answer.job_id } : {}) };
  }

  private publish(message: Message): void {
    this.events.publish(message.application_id, 'message', message);
  }
}

function answersNothing({ id, role }: Message): AppError {
  return role === 'user'
    ? new AppError('MESSAGE_NOT_A_REPLY', 'This message is your own, not a reply.', {
        hint: 'Name the reply to it: its reply_to is the id of your message.',
        extra: { message_id: id },
      })
    : new AppError(
        'MESSAGE_NOT_A_REPLY',
        'This message is an update about a run and answers no message, so there is no other reply to it.',
        {
          hint: 'Ask in the chat, or retry the run.',
          extra: { message_id: id },
        },
      );
}
