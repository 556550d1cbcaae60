import { describe, expect, it } from '@jest/globals';
import { newRun } from '../live/test-makers.ts';
import { buildTimeline } from './build-timeline.ts';

const states = (...args: Parameters<typeof buildTimeline>) => buildTimeline(...args).map(({ key, state }) => `${key} ${state}`);

describe('buildTimeline', () => {
  it('has the steps of what was asked for', () => {
    expect(buildTimeline(newRun({ action: 'write_only' })).map(({ key }) => key)).toEqual(['queued', 'writing', 'checks', 'saved']);
    expect(buildTimeline(newRun({ action: 'research_only' })).map(({ key }) => key)).toEqual(['queued', 'research', 'saved']);
  });

  it('follows a run from the queue to the end', () => {
    const at = (stage: 'queued' | 'researching' | 'writing', percent: number) =>
      buildTimeline(newRun({ stage, progress: { percent, message: '' } })).find(({ state }) => state === 'active')?.title;
    expect(at('queued', 0)).toBe('Waiting for a turn');
    expect(at('researching', 20)).toBe('Researching');
    expect(at('writing', 60)).toBe('Writing the letter');
    expect(at('writing', 89)).toBe('Checking every sentence');
    expect(buildTimeline(newRun({ status: 'success', stage: 'done' })).every(({ state }) => state === 'done')).toBe(true);
  });

  it('says where a run failed or was stopped', () => {
    const error = { code: 'RESEARCH_FAILED' as const, message: '', hint: '' };
    expect(states(newRun({ status: 'failure', stage: 'done', error }))).toContain('research failed');
    expect(states(newRun({ status: 'failure', stage: 'done', error: { ...error, code: 'INTERNAL' } }))).toContain('writing failed');
    expect(states(newRun({ status: 'cancelled', stage: 'done' }), 'writing')).toEqual([
      'queued done',
      'research done',
      'writing stopped',
      'checks waiting',
      'saved waiting',
    ]);
    expect(states(newRun({ status: 'cancelled', stage: 'done', started_at: null }))).toContain('queued stopped');
  });
});
