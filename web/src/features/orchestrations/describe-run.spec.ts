import { describe, expect, it } from '@jest/globals';
import { newRun } from '../live/test-makers.ts';
import { describeRun, titleOfRun } from './describe-run.ts';

const letter = {
  document_id: '00000000-0000-4000-8000-0000000000d1',
  document_type: 'cover_letter',
  version: 2,
  file_path: 'x.md',
  notes_used: 1,
  generator: 'offline',
} as const;

describe('describeRun', () => {
  it('says stage, message and pages of an active run', () => {
    const progress = { percent: 20, message: 'Reading example.com', pages_done: 2, pages_total: 8 };
    expect(describeRun(newRun({ stage: 'researching', progress }))).toBe('Researching · Reading example.com · page 2 of 8');
  });

  it('leaves out what is not known', () => {
    expect(describeRun(newRun({ status: 'pending', stage: 'queued', progress: { percent: 0, message: '' } }))).toBe('Waiting in the queue');
  });

  it('says what a run brought', () => {
    expect(describeRun(newRun({ status: 'success', stage: 'done', result: letter }))).toBe(
      'Done. Version 2 of the letter is ready; it uses 1 research note.',
    );
    expect(describeRun(newRun({ status: 'success', stage: 'done', result: { notes_added: 3, notes_total: 5 } }))).toBe(
      'Done. 3 research notes added, 5 in all.',
    );
  });

  it('says how else a run ended', () => {
    expect(describeRun(newRun({ status: 'failure' }))).toBe('The run failed.');
    expect(describeRun(newRun({ status: 'cancelled' }))).toBe('The run was cancelled.');
  });
});

describe('titleOfRun', () => {
  it('shows the percentage of an active run, whatever ended before', () => {
    expect(titleOfRun(newRun({ progress: { percent: 41.7, message: '' } }), newRun({ status: 'failure' }))).toBe('42 %');
  });

  it('shows how a run ended while the page was open', () => {
    const done = newRun({ status: 'success' });
    expect(titleOfRun(done, done)).toBe('Letter ready');
    expect(titleOfRun(done, newRun({ status: 'success', action: 'research_only' }))).toBe('Research done');
    expect(titleOfRun(done, newRun({ status: 'failure' }))).toBe('Run failed');
    expect(titleOfRun(done, newRun({ status: 'cancelled' }))).toBe('Run cancelled');
    expect(titleOfRun(done, null)).toBe('');
  });
});
