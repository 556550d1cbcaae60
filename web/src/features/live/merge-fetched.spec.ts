import { describe, expect, it } from '@jest/globals';
import { mergeFetched } from './merge-fetched.ts';
import { newLive, newMessage, newRun, newSnapshot } from './test-makers.ts';

const run = newRun();

describe('mergeFetched', () => {
  it('keeps the draft of a run that goes on and drops that of one that ended', () => {
    const known = newLive({ orchestrations: [run], drafts: { [run.job_id]: 'Dear' } });
    expect(mergeFetched(known, newSnapshot({ orchestrations: [run] }), true).drafts).toEqual({ [run.job_id]: 'Dear' });
    expect(mergeFetched(known, newSnapshot({ orchestrations: [newRun({ status: 'cancelled' })] }), true).drafts).toEqual({});
  });

  it('marks once the gap in a draft while the stream is down', () => {
    const known = newLive({ orchestrations: [run], drafts: { [run.job_id]: 'Dear' } });
    const once = mergeFetched(known, newSnapshot({ orchestrations: [run] }), false);
    expect(once.drafts).toEqual({ [run.job_id]: 'Dear … ' });
    expect(mergeFetched(once, newSnapshot({ orchestrations: [run] }), false).drafts).toEqual(once.drafts);
  });

  it('keeps the streamed text of a reply while the stream is up', () => {
    const known = newLive({ messages: [newMessage({ content: 'Hel' })] });
    const fetched = newSnapshot({ messages: [newMessage({ content: 'Hello' })] });
    expect(mergeFetched(known, fetched, true).messages[0]?.content).toBe('Hel');
    expect(mergeFetched(known, fetched, false).messages[0]?.content).toBe('Hello');
  });

  it('does not lose streamed text to an older reading', () => {
    const known = newLive({ messages: [newMessage({ content: 'Hello' })] });
    expect(mergeFetched(known, newSnapshot({ messages: [newMessage()] }), false).messages[0]?.content).toBe('Hello');
  });

  it('takes the finished reply', () => {
    const known = newLive({ messages: [newMessage({ content: 'Hello' })] });
    const finished = newMessage({ content: 'Hi.', status: 'complete' });
    expect(mergeFetched(known, newSnapshot({ messages: [finished] }), true).messages).toEqual([finished]);
  });
});
