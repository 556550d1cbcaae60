import { describe, expect, it } from '@jest/globals';
import { newMessage } from '../live/test-makers.ts';
import { groupReplies } from './group-replies.ts';

const message = (id: string, reply_to: string | null = null) => newMessage({ id, reply_to, status: 'complete' });
const shape = (...messages: ReturnType<typeof message>[]) => groupReplies(messages).map(({ versions }) => versions.map(({ id }) => id));

describe('groupReplies', () => {
  it('puts every reply behind its question, in one place', () => {
    const list = [message('q1'), message('a1', 'q1'), message('news'), message('q2'), message('b1', 'q2'), message('a2', 'q1')];
    expect(shape(...list)).toEqual([['q1'], ['a1', 'a2'], ['news'], ['q2'], ['b1']]);
  });

  it('leaves a reply in its own place when its question is not there', () => {
    expect(shape(message('a1', 'gone'), message('q2'))).toEqual([['a1'], ['q2']]);
  });
});
