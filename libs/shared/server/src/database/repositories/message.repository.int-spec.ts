import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { databaseKinds, newApplication, throwawayDatabase, type ThrowawayDatabase } from '@coverwright/testing';

describe.each(databaseKinds)('replies in %s', (kind) => {
  let db: ThrowawayDatabase;
  let id: string;

  beforeEach(async () => {
    db = await throwawayDatabase(kind);
    ({ id } = await db.applications.create(newApplication()));
  });
  afterEach(() => db.close());

  const streaming = () => ({ application_id: id, role: 'assistant' as const, content: '', status: 'streaming' as const });
  const exchange = () => db.messages.createExchange({ application_id: id, role: 'user', content: 'Why?', status: 'complete' }, streaming());
  const beatOf = async (replyId: string) => (await db.messages.listStreaming()).find(({ message }) => message.id === replyId)?.beat;

  it('keep their partial and move on while they are written, and end once', async () => {
    const { reply } = await exchange();
    expect([await db.messages.keepPartial(reply.id, 'Be'), await db.messages.keepPartial(reply.id, 'Because')]).toEqual([true, true]);
    expect([(await db.messages.get(reply.id)).content, await beatOf(reply.id)]).toEqual(['Because', 2]);
    const end = { content: 'Because it is.', status: 'complete' as const, suggestions: ['Go on'] };
    expect(await db.messages.finishReply(reply.id, end)).toMatchObject({ status: 'complete', suggestions: ['Go on'] });
    expect(await db.messages.finishReply(reply.id, { content: '', status: 'failed' })).toBeNull();
    expect([await db.messages.keepPartial(reply.id, 'late'), (await db.messages.get(reply.id)).content]).toEqual([false, 'Because it is.']);
  });

  it('are not ended for a beat that has passed', async () => {
    const { reply } = await exchange();
    await db.messages.keepPartial(reply.id, 'Be');
    expect(await db.messages.finishReply(reply.id, { content: 'Be', status: 'failed' }, 0)).toBeNull();
    expect(await db.messages.finishReply(reply.id, { content: 'Be', status: 'failed' }, 1)).toMatchObject({ status: 'failed' });
  });

  it('stand beside each other, one being written at a time', async () => {
    const { question, reply } = await exchange();
    await expect(db.messages.addSibling(question.id, streaming())).rejects.toMatchObject({ code: 'REPLY_UNDER_WAY' });
    await db.messages.finishReply(reply.id, { content: 'Because.', status: 'stopped' });
    const asked = await Promise.allSettled([1, 2, 3].map(() => db.messages.addSibling(question.id, streaming())));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await db.messages.listReplies(question.id)).map(({ status, reply_to }) => [status, reply_to])).toEqual([
      ['stopped', question.id],
      ['streaming', question.id],
    ]);
  });

  it('of no message are refused', async () => {
    await expect(db.messages.addSibling('00000000-0000-7000-8000-000000000000', streaming())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
