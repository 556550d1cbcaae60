import type { ListOf, ListQuery, Message } from '@coverwright/contracts';
import { AppError } from '../../errors/app-error.ts';
import type { Database } from '../database.ts';
import { BackgroundJobEntity } from '../entities/background-job.entity.ts';
import { MessageEntity } from '../entities/message.entity.ts';
import { isoNow, newId } from '../ids.ts';
import { pageOf } from '../paging.ts';
import { touchApplication } from './application.repository.ts';
import { lockRow } from './lock-row.ts';

export interface NewMessage {
  application_id: string;
  role: Message['role'];
  content: string;
  status: Message['status'];
  reply_to?: string | null;
  job_id?: string | null;
  document_id?: string | null;
  suggestions?: string[] | null;
}

/** A reply that is being written, with the beat of its writer. */
export interface StreamingReply {
  message: Message;
  beat: number;
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

  /** Another reply beside those there are. Refused while one of them is being written: a double click asks once. */
  addSibling(questionId: string, reply: NewMessage): Promise<Message> {
    return this.database.transaction(async (manager) => {
      if ((await lockRow(this.database, manager, MessageEntity, questionId)) === null) throw messageNotFound(questionId);
      const busy = await manager.findOneBy(MessageEntity, { reply_to: questionId, status: 'streaming' });
      if (busy !== null) throw replyUnderWay(busy.id);
      const row = toRow({ ...reply, reply_to: questionId });
      await manager.insert(MessageEntity, row);
      await touchApplication(manager, reply.application_id);
      return toMessage(row);
    });
  }

  /** Keeps what a reply has so far, and shows that somebody writes it. False when it has ended, or is gone. */
  keepPartial(id: string, content: string): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const changed = await manager.update(MessageEntity, { id, status: 'streaming' }, { content, beat: () => 'beat + 1' });
      return changed.affected !== 0;
    });
  }

  /** Ends a streaming reply with what it has. A reply that ended already stays as it is; so does one that has moved on from `beat`. */
  finishReply(
    id: string,
    end: { content: string; status: Message['status']; suggestions?: string[] | null },
    beat?: number,
  ): Promise<Message | null> {
    return this.database.transaction(async (manager) => {
      const which = { id, status: 'streaming' as const, ...(beat === undefined ? {} : { beat }) };
      const changed = await manager.update(MessageEntity, which, end);
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

  /** The end of a run is said in a reply instead of an update of its own. */
  async forgoAnnouncement(jobId: string): Promise<void> {
    await this.database.transaction((manager) => manager.update(BackgroundJobEntity, { id: jobId }, { announced: true }));
  }

  async get(id: string): Promise<Message> {
    const message = await this.find(id);
    if (message === null) throw messageNotFound(id);
    return message;
  }

  async find(id: string): Promise<Message | null> {
    const row = await this.database.read.findOneBy(MessageEntity, { id });
    return row === null ? null : toMessage(row);
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

  /** Every reply to one message, oldest first. */
  async listReplies(questionId: string): Promise<Message[]> {
    return (await this.database.read.find(MessageEntity, { where: { reply_to: questionId }, order: { id: 'ASC' } })).map(toMessage);
  }

  /** Replies that a gateway is writing, or left unfinished when it ended. */
  async listStreaming(): Promise<StreamingReply[]> {
    const rows = await this.database.read.findBy(MessageEntity, { status: 'streaming' });
    return rows.map((row) => ({ message: toMessage(row), beat: row.beat }));
  }
}

function toRow(message: NewMessage): MessageEntity {
  return {
    id: newId(),
    reply_to: null,
    job_id: null,
    document_id: null,
    suggestions: null,
    beat: 0,
    created_at: isoNow(),
    ...message,
  };
}

function toMessage({ beat: _beat, suggestions, ...message }: MessageEntity): Message {
  return { ...message, ...(suggestions === null || suggestions.length === 0 ? {} : { suggestions }) };
}

const messageNotFound = (id: string) => new AppError('NOT_FOUND', `There is no message with the id ${id}.`);

const replyUnderWay = (id: string) =>
  new AppError('REPLY_UNDER_WAY', 'A reply to this message is still being written.', {
    hint: 'Wait for it, or stop it first: POST /api/messages/{id}/stop.',
    extra: { message_id: id },
  });
