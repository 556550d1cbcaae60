import { describe, expect, it } from '@jest/globals';
import { applyEvent } from './apply-event.ts';
import { newDocument, newLive, newMessage, newNote, newRun, newSnapshot } from './test-makers.ts';

const run = newRun();
const message = newMessage();

describe('applyEvent', () => {
  it('takes a snapshot as the whole state, in the order the page shows', () => {
    const older = newDocument({ version: 1 });
    const newer = newDocument({ id: '00000000-0000-4000-8000-0000000000d2', version: 2 });
    const state = applyEvent(newLive({ notes: [newNote()] }), { type: 'snapshot', data: newSnapshot({ documents: [older, newer] }) });
    expect(state?.documents).toEqual([newer, older]);
    expect(state?.notes).toEqual([]);
  });

  it('changes nothing before the first snapshot', () => {
    expect(applyEvent(undefined, { type: 'job', data: run })).toBeUndefined();
  });

  it('adds what is new and replaces what is known', () => {
    const added = applyEvent(newLive(), { type: 'note', data: newNote() });
    const changed = applyEvent(added, { type: 'note', data: newNote({ title: 'About us' }) });
    expect(changed?.notes.map((note) => note.title)).toEqual(['About us']);
  });

  it('puts a pinned note first', () => {
    const pinned = newNote({ id: '00000000-0000-4000-8000-0000000000c2', pinned: true, created_at: '2026-11-19T12:00:00.000Z' });
    const state = applyEvent(newLive({ notes: [newNote()] }), { type: 'note', data: pinned });
    expect(state?.notes[0]?.id).toBe(pinned.id);
  });

  it('shows a question before its answer when both carry the same time', () => {
    const question = newMessage({ id: '00000000-0000-4000-8000-0000000000b2', role: 'user', status: 'complete' });
    const state = applyEvent(newLive({ messages: [message] }), { type: 'message', data: question });
    expect(state?.messages.map((item) => item.role)).toEqual(['user', 'assistant']);
  });

  it('adds the text of a delta to the message that streams, and to no other', () => {
    const other = newMessage({ id: '00000000-0000-4000-8000-0000000000b2', content: 'Done.', status: 'complete' });
    let state = applyEvent(newLive({ messages: [message, other] }), {
      type: 'message_delta',
      data: { message_id: message.id, text: 'Hel' },
    });
    state = applyEvent(state, { type: 'message_delta', data: { message_id: message.id, text: 'lo' } });
    state = applyEvent(state, { type: 'message_delta', data: { message_id: other.id, text: ' late' } });
    expect(state?.messages.map((item) => item.content)).toEqual(['Hello', 'Done.']);
  });

  it('collects a draft and drops it when the run ends', () => {
    let state = applyEvent(newLive({ orchestrations: [run] }), { type: 'draft_delta', data: { job_id: run.job_id, text: 'Dear ' } });
    state = applyEvent(state, { type: 'draft_delta', data: { job_id: run.job_id, text: 'team' } });
    expect(state?.drafts[run.job_id]).toBe('Dear team');
    expect(applyEvent(state, { type: 'job', data: newRun({ status: 'success', stage: 'done' }) })?.drafts).toEqual({});
  });

  it('keeps a draft over a progress report and starts anew with the next attempt', () => {
    const state = newLive({ orchestrations: [run], drafts: { [run.job_id]: 'Dear' } });
    expect(applyEvent(state, { type: 'job', data: newRun({ progress: { percent: 70, message: 'Drafting' } }) })?.drafts[run.job_id]).toBe(
      'Dear',
    );
    expect(applyEvent(state, { type: 'job', data: newRun({ attempts: 2 }) })?.drafts).toEqual({});
  });

  it('marks a draft that began before the snapshot', () => {
    const state = applyEvent(undefined, { type: 'snapshot', data: newSnapshot({ orchestrations: [run] }) });
    expect(applyEvent(state, { type: 'draft_delta', data: { job_id: run.job_id, text: 'at your company' } })?.drafts[run.job_id]).toBe(
      '… at your company',
    );
  });

  it('keeps a draft over a snapshot that comes between', () => {
    const state = newLive({ orchestrations: [run], drafts: { [run.job_id]: 'Dear' } });
    const snapshot = (changed: typeof run) => applyEvent(state, { type: 'snapshot', data: newSnapshot({ orchestrations: [changed] }) });
    expect(snapshot(run)?.drafts[run.job_id]).toBe('Dear');
    expect(snapshot(newRun({ attempts: 2 }))?.drafts[run.job_id]).toBe('');
    expect(snapshot(newRun({ status: 'success', stage: 'done' }))?.drafts).toEqual({});
  });

  it('leaves the state it was given as it was', () => {
    const state = newLive({ orchestrations: [run] });
    const before = structuredClone(state);
    applyEvent(state, { type: 'job', data: newRun({ status: 'failure' }) });
    applyEvent(state, { type: 'draft_delta', data: { job_id: run.job_id, text: 'x' } });
    expect(state).toEqual(before);
  });

  it('keeps older versions than a snapshot carries, and drops none that it could carry', () => {
    const versions = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => newDocument({ id: `v${from - index}`, version: from - index }));
    const after = (known: number, fresh: number) =>
      applyEvent(newLive({ documents: versions(known, known) }), {
        type: 'snapshot',
        data: newSnapshot({ documents: versions(fresh, Math.min(fresh, 100)) }),
      })?.documents.map(({ version }) => version);
    expect(after(205, 206)).toEqual(Array.from({ length: 206 }, (_, index) => 206 - index));
    expect(after(3, 2)).toEqual([2, 1]);
  });
});
