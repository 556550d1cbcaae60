import type { ListOf, ListQuery, Message } from '@coverwright/contracts';
import { AppError } from '../../errors/app-error.ts';
import type { Database } from '../database.ts';
import { BackgroundJobEntity } from '../entities/background-job.entity.ts';
import { MessageEntity } from '../entities/message.entity.ts';
import { isoNow, newId } from '../ids.ts';
import { pageOf } from '../paging.ts';
import { touchApplication } from './application.repository.ts';

export interface NewMessage {
  application_id: string;
  role: Message['role'];
  content: string;
  status: Message['status'];
  reply_to?: string | null;
  job_id?: string | null;
  document_id?: string | null;
}

export class MessageRepository {
  constructor(private readonly database: Database) {}

  /** Stores a person's message and its reply together: there is never one without the other. */
  createExchange(question: NewMessage, reply: NewMessage): Promise<{ question: Message; reply: Message }> {
    return this.database.transaction(async (manager) => {
      const asked = toRow(question);
      const answered = toRow({ ...reply, reply_to: asked.id });
      await manager.insert(MessageEntity, [asked, answered]);
      await touchApplication(manager, question.application_id);
      return { question: toMessage(asked), reply: toMessage(answered) };
    });
  }

  /** Ends a streaming reply with what it has. A reply that ended already stays as it is. */
  finishReply(id: string, content: string, status: Message['status']): Promise<Message | null> {
    return this.database.transaction(async (manager) => {
      const changed = await manager.update(MessageEntity, { id, status: 'streaming' }, { content, status });
      if (changed.affected === 0) return null;
      return toMessage(await manager.findOneByOrFail(MessageEntity, { id }));
    });
  }

  /** Says in the chat, once, how a run ended. Null when it was said already or the run is gone. */
  announceRun(jobId: string, update: NewMessage): Promise<Message | null> {
    return this.database.transaction(async (manager) => {
      const changed = await manager.update(BackgroundJobEntity, { id: jobId, announced: false }, { announced: true });
      if (changed.affected === 0) return null;
      const row = toRow(update);
      await manager.insert(MessageEntity, row);
      return toMessage(row);
    });
  }

  async get(id: string): Promise<Message> {
    const row = await this.database.read.findOneBy(MessageEntity, { id });
    if (row === null) throw new AppError('NOT_FOUND', `There is no message with the id ${id}.`);
    return toMessage(row);
  }

  /** Oldest first: the order of the conversation. */
  async list(applicationId: string, query: ListQuery): Promise<ListOf<Message>> {
    const select = this.database.read
      .createQueryBuilder(MessageEntity, 'm')
      .where('m.application_id = :applicationId', { applicationId })
      .orderBy('m.id', 'ASC')
      .limit(query.limit + 1);
    if (query.cursor !== undefined) select.andWhere('m.id > :cursor', { cursor: query.cursor });
    return pageOf((await select.getMany()).map(toMessage), query.limit, (message) => message.id);
  }

  /** The newest `limit` messages, oldest first. */
  async listLatest(applicationId: string, limit: number): Promise<Message[]> {
    const rows = await this.database.read.find(MessageEntity, {
      where: { application_id: applicationId },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.reverse().map(toMessage);
  }

  /** Replies that a gateway left unfinished when it ended. */
  async listStreaming(): Promise<Message[]> {
    return (await this.database.read.findBy(MessageEntity, { status: 'streaming' })).map(toMessage);
  }
}

function toRow(message: NewMessage): MessageEntity {
  return { id: newId(), reply_to: null, job_id: null, document_id: null, created_at: isoNow(), ...message };
}

function toMessage({ reply_to: _replyTo, ...message }: MessageEntity): Message {
  return message;
}
